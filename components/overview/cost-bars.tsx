'use client';

import type { ReactNode, RefCallback } from 'react';
import type { BarMarks } from '@/components/farm/chart/bar-marks';
import { ChartTable } from '@/components/farm/chart-table';
import lane from '@/components/lane/lane.module.css';
import { PlotArea } from '@/components/range/plot/plot-area';
import { useRange } from '@/components/range/use-range';
import { formatMoney } from '@/lib/farm/amounts';
import { stepText } from '@/lib/farm/bars/bar-steps';
import { bucketAt } from '@/lib/farm/buckets';
import { stackEnds } from '@/lib/farm/plot/stacked-bars';
import type { Series } from '@/lib/farm/series';
import type { Queue } from '@/lib/farm/session-statistics';
import classes from './cost-bars.module.css';
import { CostShares } from './cost-shares';
import { CostStacks } from './cost-stacks';

type CostBarsProps = {
  series: Series;
  marks: BarMarks | undefined;
  farmId: string;
  queues: readonly Queue[];
  /** For the element whose width the bars have. */
  plotRef: RefCallback<HTMLElement>;
  /** Marks of times, below the bars. */
  below: ReactNode;
};

/** Stacked bars on the overview's axis, the shares of the queues, and the bars as a hidden table. */
export function CostBars({ series, marks, farmId, queues, plotRef, below }: CostBarsProps) {
  const { span } = useRange();
  const { categories, buckets, step } = series;
  const amounts = stackEnds(
    categories.map((category) => category.amounts),
    buckets.length,
  );
  const ends = { low: Math.min(0, ...amounts), high: Math.max(0, ...amounts) };
  const valueAt = (at: number) => {
    const amount = series.amounts[bucketAt(buckets, at) ?? -1];
    return amount === undefined ? 'no sessions' : formatMoney(amount);
  };
  return (
    <div className={`${lane.columns} ${classes.bars}`}>
      <div className={classes.scale}>
        <span>
          {formatMoney(ends.high)} per {stepText(step)}
        </span>
        <span>{formatMoney(ends.low)}</span>
      </div>
      <div className={classes.plot}>
        <PlotArea texts="value" valueAt={valueAt}>
          <div ref={plotRef}>
            <CostStacks {...{ series, span, ends }} marked={marks?.bars ?? []} />
          </div>
        </PlotArea>
        {below}
      </div>
      <CostShares {...{ series, farmId, queues }} />
      <ChartTable caption="Farm cost" {...{ series, marks }} />
    </div>
  );
}
