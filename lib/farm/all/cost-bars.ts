import type { Span } from '@/lib/time/range';
import { formatMoney } from '../amounts';
import { type BarStep, stepText } from '../bars/bar-steps';
import { barStepFor } from '../bars/bars';
import type { CostTable } from '../rows/cost-table';
import { seriesOf } from '../series';

/** Cost over time, without groups. */
export type CostBars = { step: BarStep; bars: (Span & { costUsd: number })[] };

/** At most `maxBars` bars of the cost of rows. */
export function costBars(table: CostTable, maxBars: number): CostBars {
  const step = barStepFor(table.rows.buckets, table.period, maxBars);
  const { buckets, amounts } = seriesOf(table, { measure: 'costUsd', statistic: 'SUM', step });
  return { step, bars: buckets.map((bucket, at) => ({ ...bucket, costUsd: amounts[at] ?? 0 })) };
}

/** The bars of several farms together; undefined unless they are at the same times. */
export function sumBars(all: readonly CostBars[]): CostBars | undefined {
  const [first] = all;
  if (!first) return undefined;
  const sum = { step: first.step, bars: first.bars.map((bar) => ({ ...bar, costUsd: 0 })) };
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

/** What a picture of bars shows: `cost per 2 hours, at most $12.30`. */
export function barsText({ step, bars }: CostBars): string {
  return `cost per ${stepText(step)}, at most ${formatMoney(highestUsd(bars))}`;
}
