import { HOUR, SECOND } from '@/lib/time/duration';

/** The measures of a session statistic, named like the members of a row. */
export const MEASURES = ['costUsd', 'runtimeSeconds'] as const;
export type Measure = (typeof MEASURES)[number];

const SECONDS_PER_HOUR = HOUR / SECOND;

/** Created on first use, because each takes a browser some milliseconds. By the number of decimals. */
const formats = new Map<number, Intl.NumberFormat>();

function fixed(value: number, decimals: number): string {
  const format =
    formats.get(decimals) ??
    new Intl.NumberFormat('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  formats.set(decimals, format);
  return format.format(value);
}

const signed = (value: number, text: (size: number) => string) =>
  value < 0 ? `−${text(-value)}` : text(value);

/** US dollars in whole cents: `$1,204.18`; less than one cent is `< $0.01`. */
export function formatMoney(costUsd: number): string {
  return signed(costUsd, (size) => (size > 0 && size < MIN_CENT ? '< $0.01' : `$${fixed(size, 2)}`));
}

/** An estimate, which is not exact to the cent: `$5,210`, `$86.40`. */
export const aboutMoney = (costUsd: number): string =>
  Math.abs(costUsd) < 100 ? formatMoney(costUsd) : signed(costUsd, (size) => `$${fixed(size, 0)}`);

/** Slightly less than a cent, because sums of fractions have rounding errors. */
const MIN_CENT = 0.01 - 1e-9;

/** US dollars per hour, in cents; below ten cents in tenths of a cent: `$1.53 / h`, `$0.042 / h`. */
export function formatCostPerHour(costUsd: number): string {
  return signed(costUsd, (size) => {
    if (size > 0 && size < 0.001) return '< $0.001 / h';
    return `$${fixed(size, size > 0 && size < 0.1 ? 3 : 2)} / h`;
  });
}

/** Seconds as hours: `312.4 h`, `1,204 h`, `0.25 h`. */
export function formatHours(seconds: number): string {
  return signed(seconds / SECONDS_PER_HOUR, (hours) => {
    if (hours > 0 && hours < 0.001) return '< 0.001 h';
    if (hours === 0) return '0 h';
    return `${fixed(hours, hours < 0.1 ? 3 : hours < 10 ? 2 : hours < 1000 ? 1 : 0)} h`;
  });
}

/** An amount of a measure with its unit. */
export const formatAmount = (amount: number, measure: Measure) =>
  measure === 'costUsd' ? formatMoney(amount) : formatHours(amount);

export const hoursOf = (seconds: number) => seconds / SECONDS_PER_HOUR;
