import { changedCost, costOfShare, type FrameCost, type ProfileCost } from '@/lib/profile/view/frame-cost';

/** What each side of a comparison cost. */
export type SideCosts = { baseline: ProfileCost; comparison: ProfileCost };

/** The cost of a part of both sides, by its share (0–1) of each, and how that of an hour and of a year changed. */
export function comparedCost(
  shares: { baseline: number; comparison: number },
  costs: SideCosts,
): { baseline: FrameCost; comparison: FrameCost; change: Omit<FrameCost, 'all'> } {
  const baseline = costOfShare(shares.baseline, costs.baseline);
  const comparison = costOfShare(shares.comparison, costs.comparison);
  return { baseline, comparison, change: changedCost(baseline, comparison) };
}
