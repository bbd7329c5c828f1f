import type { CompareUnit } from './choice';
import type { ComparedView } from './view';

/** Chance alone exceeds this many standard errors in one case out of twenty. */
const MAX_CHANCE_ERRORS = 2;

/**
 * Whether chance alone could explain a function's change: n random samples vary by √n. Shares are compared with the
 * two-proportion z-test (https://www.itl.nist.gov/div898/handbook/prc/section3/prc33.htm). `wholes` has the samples of each side.
 * `maxErrors` is larger where the largest of many changes is chosen.
 */
export function isWithinSamplingError(
  before: number,
  after: number,
  unit: CompareUnit,
  wholes: ComparedView['samples'],
  maxErrors = MAX_CHANCE_ERRORS,
): boolean {
  const variance = unit === 'samples' ? before + after : shareVariance(before, after, wholes);
  return Math.abs(after - before) <= maxErrors * Math.sqrt(variance);
}

/** Variance of the difference of two equal shares, from the pooled share: a side with a share of 0 or 1 alone has no variance. */
function shareVariance(before: number, after: number, wholes: ComparedView['samples']): number {
  const { baseline, comparison } = wholes;
  if (baseline <= 0 || comparison <= 0) return 0;
  const share = (before * baseline + after * comparison) / (baseline + comparison);
  return Math.max(0, share * (1 - share)) * (1 / baseline + 1 / comparison);
}
