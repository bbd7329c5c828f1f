'use client';

import { Text } from '@mantine/core';
import { useRange } from '@/components/range/use-range';
import { formatNumber } from '@/lib/answer/format-number';
import { formatMoney } from '@/lib/farm/amounts';
import { NO_FARMS } from '@/lib/farm/no-farms-text';
import { askedCosts } from '@/lib/farm/plan/asked-costs';
import type { CostQuery } from '@/lib/farm/plan/plan-aggregations';
import { STATISTICS } from '@/lib/farm/session-statistics';
import { rangeFigures } from '@/lib/farm/totals/range-figures';
import { costsOptions } from '@/lib/queries/costs';
import { farmsOptions, queuesOptions } from '@/lib/queries/farm';
import { useQuery } from '@/lib/queries/use-query';
import type { Span } from '@/lib/time/range';

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
  const { zone } = useRange();
  const { data, error } = useQuery(queuesOptions(farmId));
  // The overview asks the same, so that a click on its link needs no new aggregation.
  const asked = askedCosts({ farmId, queues: data }, span, zone, { groupBy: ['QUEUE_ID'] }, STATISTICS);
  if (error) return error.message;
  if (!data) return 'reading queues …';
  return asked ? <CostOf query={asked.query} isWhole={asked.isWholeFarm} /> : 'it has no queues';
}

function CostOf({ query, isWhole }: { query: CostQuery; isWhole: boolean }) {
  const { data, error } = useQuery(costsOptions(query));
  if (error) return error.message;
  if (!data) return 'AWS is adding up its costs …';
  const amount = formatMoney(rangeFigures(data.chosen).costUsd);
  return isWhole && !data.isCut ? amount : `${amount} in the part of its queues and sessions that was read`;
}
