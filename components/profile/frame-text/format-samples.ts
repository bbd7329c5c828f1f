import { formatNumber } from '@/lib/answer/format-number';
import { roundedPercent } from '@/lib/answer/rounded-percent';

/** `1,234`; below 100 with one decimal if needed: `3.5`. */
export const formatCount = (count: number) => formatNumber(count, count < 100 ? 1 : 0);

const UNITS = [
  [1e12, 'T'],
  [1e9, 'B'],
  [1e6, 'M'],
] as const;

/** As `formatCount`; from a million on short, for a narrow column: `1.2 M`, `45.0 B`. Show the whole count nearby. */
export function shortCount(count: number): string {
  // A value that rounds to a thousand of one unit is one of the next.
  const [size, unit] = UNITS.find(([size]) => count >= size * 0.99995) ?? [];
  return count < 1e6 || size === undefined ? formatCount(count) : `${(count / size).toFixed(1)} ${unit}`;
}

/** `1,234 samples` */
export const formatSamples = (count: number) => `${formatCount(count)} ${count === 1 ? 'sample' : 'samples'}`;

/** `1,234 samples · RUNNABLE, BLOCKED` */
export const formatSamplesIn = (count: number, states: readonly string[]) =>
  [formatSamples(count), ...(states.length > 0 ? [states.join(', ')] : [])].join(' · ');

/** A share of 0–1: `12.3 %`, `0.04 %`, `< 0.01 %`. */
export function formatShare(share: number): string {
  const percent = share * 100;
  if (!Number.isFinite(percent) || percent === 0) return '0 %';
  if (percent < 0.01) return '< 0.01 %';
  const decimals = percent < 1 ? 2 : 1;
  return `${roundedPercent(share, decimals).toFixed(decimals)} %`;
}

/** Seconds as an estimate: `about 12 s`, `about 3.4 min`, `about 2 h`. */
export function formatAbout(seconds: number): string {
  if (seconds < 60) return `about ${formatCount(seconds)} s`;
  if (seconds < 3600) return `about ${formatCount(seconds / 60)} min`;
  return `about ${formatCount(seconds / 3600)} h`;
}
