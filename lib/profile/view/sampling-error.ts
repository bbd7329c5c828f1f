import type { CompareUnit } from './choice';
import type { ComparedView } from './view';

/** Chance alone makes a change larger than so many standard errors in one case of twenty. [?] */
const CHANCE_ERRORS = 2;

/**
 * Whether chance alone could have made a function's change: samples are drawn, and n of them vary by √n. Shares are compared
 * by the two-proportion z test: https://www.itl.nist.gov/div898/handbook/prc/section3/prc33.htm. `wholes` are the samples of
 * each side.
 */
export function isWithinError(
  before: number,
  after: number,
  unit: CompareUnit,
  wholes: ComparedView['samples'],
): boolean {
  const variance = unit === 'samples' ? before + after : shareVariance(before, after, wholes);
  return Math.abs(after - before) <= CHANCE_ERRORS * Math.sqrt(variance);
}

/** Of the difference of two shares that are one: that of both sides together, as a side's own 0 or 1 would have none. */
function shareVariance(before: number, after: number, wholes: ComparedView['samples']): number {
  const { baseline, comparison } = wholes;
  if (baseline <= 0 || comparison <= 0) return 0;
  const share = (before * baseline + after * comparison) / (baseline + comparison);
  return Math.max(0, share * (1 - share)) * (1 / baseline + 1 / comparison);
}
