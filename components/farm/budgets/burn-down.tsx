'use client';

import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { Warnings } from '@/components/panel/warnings';
import { useRange } from '@/components/range/use-range';
import { aboutMoney, formatMoney } from '@/lib/farm/amounts';
import type { Budget } from '@/lib/farm/budgets/budget';
import { burnDown } from '@/lib/farm/budgets/burn-down';
import { burnDownQuery } from '@/lib/farm/budgets/burn-down-query';
import type { CurveStop } from '@/lib/farm/curve/cost-curve';
import type { CostQuery } from '@/lib/farm/plan/plan-aggregations';
import { formatInstant } from '@/lib/time/format';
import { SideCostsState } from '../costs/side-costs-state';
import { useSideCosts } from '../costs/use-side-costs';
import { CurveChart } from '../curve/curve-chart';

/** Height of the picture and what is below it, pixels. */
const HEIGHT = 260;

type BurnDownProps = { farmId: string; budget: Budget; name: string; asOf: number };

/** What is left of a budget, day by day from its start, and until the day on which it runs out at this pace. */
export function BurnDown({ farmId, budget, ...rest }: BurnDownProps) {
  const { now, zone } = useRange();
  const query = useMemo(() => burnDownQuery(farmId, budget, now, zone), [farmId, budget, now, zone]);
  return query && <AskedBurnDown {...{ query, budget }} {...rest} />;
}

type AskedProps = Omit<BurnDownProps, 'farmId'> & { query: CostQuery };

function AskedBurnDown({ query, budget, name, asOf }: AskedProps) {
  const { zone } = query;
  const side = useSideCosts(query, true);
  const { costs } = side;
  const found = useMemo(
    () => costs && burnDown(budget, costs.rows, query.to, asOf),
    [budget, costs, query, asOf],
  );
  const stopText = ({ at, costUsd, isKnown }: CurveStop) =>
    `Until ${formatInstant(at, zone)}: ${isKnown ? formatMoney(costUsd) : `about ${aboutMoney(costUsd)}`} left`;
  return (
    <>
      <Warnings warnings={costs?.notes ?? []} />
      <SideCostsState {...{ query, side }} height={HEIGHT} label="Burn-down: waiting for AWS" />
      {found && (
        <>
          <CurveChart
            curve={found.curve}
            zone={zone}
            caption={`What is left of ${name}`}
            stopText={stopText}
          />
          <Text size="xs" c="dimmed" mt={4}>
            The solid line subtracts the cost of the queue’s sessions, {formatMoney(found.summedUsd)} until{' '}
            {formatInstant(query.to, zone)}. AWS reports {formatMoney(budget.usedUsd)} as used, from which the
            dashed line continues at the pace so far.
          </Text>
        </>
      )}
    </>
  );
}
