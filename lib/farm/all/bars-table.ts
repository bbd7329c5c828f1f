import type { Span } from '@/lib/time/range';
import type { CostBars } from './cost-bars';

/** A farm and its cost over time. */
export type NamedBars = { farmId: string; name: string; bars: CostBars };

/** The costs of farms over time: a row for each bar, with the cost of each farm, undefined for one without such a bar. */
export function barsTable(farms: readonly NamedBars[]): { from: number; costsUsd: (number | undefined)[] }[] {
  const costs = farms.map(({ bars }) => new Map(bars.bars.map((bar) => [bar.from, bar.costUsd])));
  const starts = new Set(farms.flatMap(({ bars }) => bars.bars.map(({ from }: Span) => from)));
  return [...starts]
    .sort((a, b) => a - b)
    .map((from) => ({ from, costsUsd: costs.map((ofFarm) => ofFarm.get(from)) }));
}
