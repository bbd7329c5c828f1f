/** Shares are ratios of whole numbers: half of a step that floating point misses by a little still rounds up. */
const TOLERANCE = 1e-6;

/**
 * A share of 0–1 or more in percent, rounded half up to `decimals`. One that is not quite nothing or everything never reads as if it
 * were: above 0 it is at least one step, and below 1 at least one step from 100.
 */
export function roundedPercent(share: number, decimals: number): number {
  const steps = 10 ** decimals;
  const rounded = Math.floor(share * 100 * steps + 0.5 + TOLERANCE);
  if (share > 0 && rounded === 0) return 1 / steps;
  return (share < 1 ? Math.min(rounded, 100 * steps - 1) : rounded) / steps;
}

/** The same as text: `99.82 %`, `29 %`. */
export function formatPercent(share: number, decimals: number): string {
  const percent = roundedPercent(share, decimals);
  return `${Number.isInteger(percent) ? percent : percent.toFixed(decimals)} %`;
}
