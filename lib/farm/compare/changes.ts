import type { GroupTotals } from '../rows/group-totals';

/** The growth of a group that the earlier range lacks, and that of a group that only the earlier range has. */
export const NEW = Number.POSITIVE_INFINITY;
export const GONE = Number.NEGATIVE_INFINITY;

/** Sums of fractions have rounding errors. */
const TOLERANCE_USD = 1e-9;

/** Changes of the cost of groups since an earlier range. */
export type Changes = {
  /** US dollars; NaN where one of both is unknown. */
  change: Float64Array;
  /** Relative to the earlier cost; NEW, GONE, or NaN where it has no meaning. */
  growth: Float64Array;
};

/** The change of each group's cost, unknown without the totals of an earlier range. */
export function changesOf(now: GroupTotals, earlier: GroupTotals | undefined): Changes {
  const change = now.costUsd.map((cost, at) => changeOf(cost, earlier?.costUsd[at] ?? Number.NaN));
  const growth = change.map((amount, at) => {
    if (!earlier || !(isThere(now, at) || isThere(earlier, at))) return Number.NaN;
    if (!isThere(earlier, at)) return NEW;
    return isThere(now, at) ? growthOf(amount, earlier.costUsd[at] ?? Number.NaN) : GONE;
  });
  return { change, growth };
}

/** A change in US dollars, without what rounding alone makes of equal costs. */
export function changeOf(costUsd: number, beforeUsd: number): number {
  const change = costUsd - beforeUsd;
  return Math.abs(change) < TOLERANCE_USD ? 0 : change;
}

/** A change relative to what was before; NaN unless that is positive, except that no change of nothing is 0. */
export const growthOf = (change: number, before: number): number =>
  before > 0 ? change / before : before === 0 && change === 0 ? 0 : Number.NaN;

/** The growth of a cost, without what rounding alone makes of equal costs. */
export const costGrowth = (costUsd: number, beforeUsd: number): number =>
  growthOf(changeOf(costUsd, beforeUsd), beforeUsd);

/** Whether a group has usage. Its cost may be zero. */
const isThere = ({ records, costUsd }: GroupTotals, at: number) => records[at] !== 0 || costUsd[at] !== 0;
