'use client';

import { Text } from '@mantine/core';
import type { RefObject } from 'react';
import { EmptyNotice } from '@/components/panel/empty-notice';
import { Warnings } from '@/components/panel/warnings';
import type { Budget } from '@/lib/farm/budgets/budget';
import { burnDownText, leftText } from '@/lib/farm/budgets/burn-down-text';
import { EarlierResult } from '../costs/earlier-result';
import { SideCostsState } from '../costs/side-costs-state';
import { CurveChart } from '../curve/curve-chart';
import { useBurnDown } from './use-burn-down';

/** Height of the picture and what is below it, pixels. */
const HEIGHT = 260;

type BurnDownProps = {
  farmId: string;
  budget: Budget;
  name: string;
  asOf: number;
  /** For the element with the chart, from which a picture of it is saved. */
  chartRef: RefObject<HTMLDivElement | null>;
};

/** What is left of a budget, day by day from its start, and until the day on which it runs out at this pace. */
export function BurnDown({ farmId, budget, name, asOf, chartRef }: BurnDownProps) {
  const burning = useBurnDown(farmId, budget, asOf);
  if (!burning) return null;
  const { asked, side, found, query } = burning;
  const { shown, isOutdated, isFetching } = side;
  const { zone } = query;
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
          <div ref={chartRef}>
            <CurveChart
              curve={found.curve}
              zone={zone}
              caption={`What is left of ${name}`}
              stopText={(stop) => leftText(stop, zone)}
            />
            <Text size="xs" c="dimmed" mt={4}>
              {burnDownText(budget, found, query.to, zone)}
            </Text>
          </div>
        )}
      </EarlierResult>
    </>
  );
}
