import { formatNumber } from '@/lib/answer/format-number';
import { growthOf } from './changes';

/** From this percentage on, a factor is easier to read. */
const MIN_FACTOR_PERCENT = 1000;

/**
 * The change of a figure since an earlier range: `+12 % from $1,074.11`, `none before`. `format` writes the earlier amount with its
 * unit. NaN is an unknown amount.
 */
export function changeText(now: number, before: number, format: (amount: number) => string): string {
  if (Number.isNaN(before)) return 'unknown before';
  if (Number.isNaN(now)) return `${format(before)} before`;
  if (before === 0) return now === 0 ? 'none before either' : 'none before';
  if (format(now) === format(before)) return `same as before`;
  const growth = growthOf(now - before, before);
  return Number.isNaN(growth) ? `${format(before)} before` : `${growthText(growth)} from ${format(before)}`;
}

/** A relative change: `+12 %`, `−3.5 %`, `× 14`. One that isn't all is never −100 %, and one that isn't nothing is never 0 %. */
export function growthText(growth: number): string {
  const percent = growth * 100;
  if (percent >= MIN_FACTOR_PERCENT) return `× ${formatNumber(1 + growth)}`;
  const size = Math.abs(percent);
  if (size === 0) return '0 %';
  if (size < 0.1) return percent < 0 ? '> −0.1 %' : '< +0.1 %';
  const isAlmostAll = percent > -100 && percent < -99;
  const text = isAlmostAll
    ? Math.min(size, 99.9).toFixed(1)
    : size < 9.95
      ? size.toFixed(1)
      : formatNumber(size);
  return `${percent < 0 ? '−' : '+'}${text} %`;
}
