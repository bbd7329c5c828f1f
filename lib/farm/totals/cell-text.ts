import { GONE, NEW } from '../compare/changes';
import type { TotalsColumn } from './total-columns';

/** Decimals of every cell of a column, so that they align. */
const DECIMALS: Record<TotalsColumn, number> = {
  cost: 2,
  share: 1,
  change: 2,
  growth: 1,
  hours: 2,
  rate: 3,
  average: 4,
  records: 0,
};

const FORMATS = Array.from(
  { length: 5 },
  (_, decimals) =>
    new Intl.NumberFormat('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals }),
);

/** Sums of fractions have rounding errors. */
const TOLERANCE = 1e-9;

/**
 * A figure of the table of totals without its unit, which the heading has: `1,204.18`, `< 0.01`, `–`. Shares and growth are
 * percentages. One that is not quite nothing or everything never reads as if it were: `< 0.1`, `> 99.9`. Changes have their sign.
 */
export function cellText(column: TotalsColumn, value: number): string {
  if (Number.isNaN(value)) return '–';
  switch (column) {
    case 'share':
      return shareText(value * 100);
    case 'growth':
      return growthText(value);
    case 'change':
      return signedText(value, DECIMALS.change);
    default:
      return fixedText(value, DECIMALS[column]);
  }
}

function growthText(growth: number): string {
  if (growth === NEW) return 'new';
  if (growth === GONE) return 'gone';
  const percent = growth * 100;
  const isAlmostAll = percent <= -99.95 && percent > -100 + TOLERANCE;
  return isAlmostAll ? '−99.9' : signedText(percent, DECIMALS.growth);
}

const signedText = (value: number, decimals: number) =>
  value > TOLERANCE ? fixedText(value, decimals).replace(/(?=\d)/, '+') : fixedText(value, decimals);

function shareText(percent: number): string {
  const isAlmostAll = percent >= 99.95 && percent < 100 - TOLERANCE;
  return isAlmostAll ? '> 99.9' : fixedText(percent, DECIMALS.share);
}

function fixedText(value: number, decimals: number): string {
  const format = (amount: number) => FORMATS[decimals]?.format(amount) ?? String(amount);
  const smallest = 10 ** -decimals;
  const size = Math.abs(value);
  if (size > 0 && size < smallest - TOLERANCE)
    return value > 0 ? `< ${format(smallest)}` : `> −${format(smallest)}`;
  return value < 0 ? `−${format(size)}` : format(size);
}
