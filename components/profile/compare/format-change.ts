import type { CompareUnit } from '@/lib/profile/view/choice';
import { formatCount, formatShare } from '../frame-text/format-samples';

/** Formats a value of one side in the unit of the comparison. */
export const formatSide = (value: number, unit: CompareUnit) =>
  unit === 'share' ? formatShare(value) : formatCount(value);

/** The whole that a side's value is a share of, or its unit. */
export const sideBase = (unit: CompareUnit) => (unit === 'share' ? 'of its samples' : 'samples');

/** Both sides with their bases: `10.0 % of the baseline`, or `120 samples of the baseline`. */
export function sidesInWords(sides: { baseline: number; comparison: number }, unit: CompareUnit) {
  const of = unit === 'share' ? 'of the' : 'samples of the';
  return [
    `${formatSide(sides.baseline, unit)} ${of} baseline`,
    `${formatSide(sides.comparison, unit)} ${of} comparison`,
  ] as const;
}

/** Formats a change with its sign, in percentage points or samples: `+12.3 pts`, `down less than 0.01 pts`. */
export function formatChange(change: number, unit: CompareUnit): string {
  const size = Math.abs(change);
  const isSmall = unit === 'share' && size > 0 && size < 0.0001;
  if (isSmall) return `${change < 0 ? 'down' : 'up'} less than 0.01 pts`;
  const text = unit === 'share' ? `${formatShare(size).replace(' %', '')} pts` : formatCount(size);
  if (/^0(\.0+)?( pts)?$/.test(text)) return unit === 'share' ? '0 pts' : '0';
  return `${change < 0 ? '−' : '+'}${text}`;
}

/** Formats a change relative to the baseline: `+35 %`, `−12 %`, `× 4.2`, `new`, `gone`, `same`. */
export function formatRelative(baseline: number, comparison: number): string {
  if (baseline === comparison) return 'same';
  if (!(baseline > 0)) return 'new';
  if (!(comparison > 0)) return 'gone';
  const times = comparison / baseline;
  if (times >= 3) return `× ${formatCount(times)}`;
  const percent = (times - 1) * 100;
  return `${percent < 0 ? '−' : '+'}${Math.abs(percent).toFixed(Math.abs(percent) < 10 ? 1 : 0)} %`;
}
