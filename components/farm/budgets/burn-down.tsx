'use client';

import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { EmptyNotice } from '@/components/panel/empty-notice';
import { Warnings } from '@/components/panel/warnings';
import { useRange } from '@/components/range/use-range';
import { aboutMoney, formatMoney } from '@/lib/farm/amounts';
import type { Budget } from '@/lib/farm/budgets/budget';
import { burnDown } from '@/lib/farm/budgets/burn-down';
import { burnDownQuery } from '@/lib/farm/budgets/burn-down-query';
import type { CurveStop } from '@/lib/farm/curve/cost-curve';
import type { CostQuery } from '@/lib/farm/plan/plan-aggregations';
import { formatInstant } from '@/lib/time/format';
import { EarlierResult } from '../costs/earlier-result';
import { SideCostsState } from '../costs/side-costs-state';
import { useLastSideCosts } from '../costs/use-last-side-costs';
import { CurveChart } from '../curve/curve-chart';

/** Height of the picture and what is below it, pixels. */
const HEIGHT = 260;

type BurnDownProps = { farmId: string; budget: Budget; name: string; asOf: number };

/** What is left of a budget, day by day from its start, and until the day on which it runs out at this pace. */
export function BurnDown({ farmId, budget, ...rest }: BurnDownProps) {
  const { now, zone } = useRange();
  const asked = useMemo(() => {
    const query = burnDownQuery(farmId, budget, now, zone);
    return query && { query };
  }, [farmId, budget, now, zone]);
  return asked && <AskedBurnDown {...{ asked, budget }} {...rest} />;
}

type AskedProps = Omit<BurnDownProps, 'farmId'> & { asked: { query: CostQuery } };

function AskedBurnDown({ asked, budget, name, asOf }: AskedProps) {
  const side = useLastSideCosts(asked, true);
  const { shown, isOutdated, isFetching } = side;
  const { query } = shown?.asked ?? asked;
  const { zone } = query;
  const found = useMemo(
    () => shown && !shown.costs.isCut && burnDown(budget, shown.costs.rows, shown.asked.query.to, asOf),
    [budget, shown, asOf],
  );
  const stopText = ({ at, costUsd, isKnown }: CurveStop) =>
    `Until ${formatInstant(at, zone)}: ${isKnown ? formatMoney(costUsd) : `about ${aboutMoney(costUsd)}`} left`;
  return (
    <>
      <Warnings warnings={shown?.costs.notes ?? []} />
      <SideCostsState query={asked.query} side={side} height={HEIGHT} label="Burn-down: waiting for AWS" />
      <EarlierResult {...{ isOutdated, isFetching }}>
        {shown?.costs.isCut && (
          <EmptyNotice
            why="There are too many rows of this budget’s queue to sum its cost."
            height={HEIGHT}
          />
        )}
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
              {formatInstant(query.to, zone)}. AWS reports {formatMoney(budget.usedUsd)} as used, from which
              the dashed line continues at the pace so far.
            </Text>
          </>
        )}
      </EarlierResult>
    </>
  );
}
