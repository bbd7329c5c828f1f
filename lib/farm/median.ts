/** Median absolute deviation of a normal distribution with a standard deviation of 1. */
export const NORMAL_MAD = 0.6745;

/** The median of numbers; 0 of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return ((sorted[Math.ceil(middle) - 1] ?? 0) + (sorted[Math.floor(middle)] ?? 0)) / 2;
}
