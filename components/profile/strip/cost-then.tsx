'use client';

import { Text } from '@mantine/core';
import { formatNumber } from '@/lib/answer/format-number';
import { formatMoney } from '@/lib/farm/amounts';
import { NO_FARMS } from '@/lib/farm/no-farms-text';
import { rangeFigures } from '@/lib/farm/totals/range-figures';
import { farmsOptions } from '@/lib/queries/farm';
import { useQuery } from '@/lib/queries/use-query';
import type { Span } from '@/lib/time/range';
import { useFarmCost } from '../cost/use-farm-cost';

/** What the first farm cost in a time. */
export function CostThen({ span }: { span: Span }) {
  const { data, error } = useQuery(farmsOptions());
  const farm = data?.data[0];
  if (error) return <Text size="sm">Farm cost: {error.message}</Text>;
  if (!data) return <Text size="sm">Farm cost: reading farms …</Text>;
  if (!farm) return <Text size="sm">{NO_FARMS}</Text>;
  const count = data.data.length;
  const name =
    count > 1 ? `${farm.displayName}, the first of ${formatNumber(count)} farms` : farm.displayName;
  return (
    <Text size="sm">
      {name}: <FarmCost farmId={farm.farmId} span={span} />.
    </Text>
  );
}

function FarmCost({ farmId, span }: { farmId: string; span: Span }) {
  const farm = useFarmCost(farmId, span);
  if (farm.state === 'failed') return farm.error.message;
  if (farm.state === 'loading') return farm.text;
  if (farm.state === 'without queues') return 'it has no queues';
  const { asked, costs } = farm;
  const amount = formatMoney(rangeFigures(costs.chosen).costUsd);
  return asked.isWholeFarm && !costs.isCut
    ? amount
    : `${amount} in the part of its queues and sessions that was read`;
}
