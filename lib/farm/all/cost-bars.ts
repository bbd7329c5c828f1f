import type { Span } from '@/lib/time/range';
import type { BarStep } from '../bars/bar-steps';
import { barStepFor } from '../bars/bars';
import type { OffsetSegment } from '../plan/offset-segments';
import type { CostTable } from '../rows/cost-table';
import { seriesOf } from '../series';

/** Cost over time, without groups. */
export type CostBars = {
  step: BarStep;
  bars: (Span & { costUsd: number })[];
  /** The offsets of the bars. */
  segments: readonly OffsetSegment[];
};

/** At most `maxBars` bars of the cost of rows. */
export function costBars(table: CostTable, maxBars: number): CostBars {
  const step = barStepFor(table.rows.buckets, table.period, maxBars);
  const { buckets, amounts } = seriesOf(table, { measure: 'costUsd', statistic: 'SUM', step });
  const bars = buckets.map((bucket, at) => ({ ...bucket, costUsd: amounts[at] ?? 0 }));
  return { step, bars, segments: table.rows.buckets.segments };
}

/** The bars of several farms together; undefined unless they are at the same times. */
export function sumBars(all: readonly CostBars[]): CostBars | undefined {
  const [first] = all;
  if (!first) return undefined;
  const sum = { ...first, bars: first.bars.map((bar) => ({ ...bar, costUsd: 0 })) };
  for (const { bars } of all) {
    if (bars.length !== sum.bars.length) return undefined;
    for (const [at, { from, costUsd }] of bars.entries()) {
      const into = sum.bars[at];
      if (into?.from !== from) return undefined;
      into.costUsd += costUsd;
    }
  }
  return sum;
}

/** The cost of the highest bar; 0 if none has a cost. */
export const highestUsd = (bars: CostBars['bars']): number =>
  bars.reduce((highest, { costUsd }) => Math.max(highest, costUsd), 0);
