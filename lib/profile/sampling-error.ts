import type { ComparedView, CompareUnit } from './view';

/** Chance alone makes a change larger than so many standard errors in one case of twenty. [?] */
const CHANCE_ERRORS = 2;

/**
 * Whether chance alone could have made a function's change: samples are drawn, and n of them vary by √n (a share s of n by
 * √(s (1 − s) / n)). `wholes` are the samples of each side.
 */
export function isWithinError(
  before: number,
  after: number,
  unit: CompareUnit,
  wholes: ComparedView['samples'],
): boolean {
  const variance =
    unit === 'samples'
      ? before + after
      : shareVariance(before, wholes.baseline) + shareVariance(after, wholes.comparison);
  return Math.abs(after - before) <= CHANCE_ERRORS * Math.sqrt(variance);
}

const shareVariance = (share: number, whole: number) =>
  whole > 0 ? Math.max(0, share * (1 - share)) / whole : 0;
