'use client';

import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { EmptyNotice } from '@/components/panel/empty-notice';
import { Warnings } from '@/components/panel/warnings';
import { useRange } from '@/components/range/use-range';
import type { Budget } from '@/lib/farm/budgets/budget';
import { burnDown } from '@/lib/farm/budgets/burn-down';
import { burnDownQuery } from '@/lib/farm/budgets/burn-down-query';
import { burnDownText, leftText } from '@/lib/farm/budgets/burn-down-text';
import type { CostQuery } from '@/lib/farm/plan/plan-aggregations';
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
  return (
    <>
      <Warnings warnings={shown?.costs.notes ?? []} />
      <SideCostsState {...{ asked, side }} height={HEIGHT} label="Burn-down: waiting for AWS" />
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
              stopText={(stop) => leftText(stop, zone)}
            />
            <Text size="xs" c="dimmed" mt={4}>
              {burnDownText(budget, found, query.to, zone)}
            </Text>
          </>
        )}
      </EarlierResult>
    </>
  );
}
