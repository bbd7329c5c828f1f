import { HOUR, SECOND } from '@/lib/time/duration';
import type { Stats } from './session-statistics';

/** What a session statistic measures, named as the member of a row. */
export const MEASURES = ['costUsd', 'runtimeSeconds'] as const;
export type Measure = (typeof MEASURES)[number];

const SECONDS_PER_HOUR = HOUR / SECOND;

const number = (decimals: number) =>
  new Intl.NumberFormat('en-US', { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
const NUMBERS = [0, 1, 2, 3, 4].map(number);
const COMPACT = new Intl.NumberFormat('en-US', { notation: 'compact', maximumSignificantDigits: 3 });

const fixed = (value: number, decimals: number) => NUMBERS[decimals]?.format(value) ?? String(value);
const signed = (value: number, text: (size: number) => string) =>
  value < 0 ? `−${text(-value)}` : text(value);

/** US dollars with their unit: `$1,204.18`; under a dollar with four digits after the point: `$0.0042`. */
export function formatMoney(costUsd: number): string {
  return signed(costUsd, (size) => {
    if (size > 0 && size < 0.0001) return '<$0.0001';
    return `$${fixed(size, size > 0 && size < 0.995 && !isWholeCents(size) ? 4 : 2)}`;
  });
}

const isWholeCents = (size: number) => Math.abs(size * 100 - Math.round(size * 100)) < 1e-6;

/** Seconds as hours with their unit: `312.4 h`, `1,204 h`, `0.25 h`. */
export function formatHours(seconds: number): string {
  return signed(seconds / SECONDS_PER_HOUR, (hours) => {
    if (hours > 0 && hours < 0.001) return '<0.001 h';
    if (hours === 0) return '0 h';
    return `${fixed(hours, hours < 0.1 ? 3 : hours < 10 ? 2 : hours < 1000 ? 1 : 0)} h`;
  });
}

/** An amount of a measure with its unit. */
export const formatAmount = (amount: number, measure: Measure) =>
  measure === 'costUsd' ? formatMoney(amount) : formatHours(amount);

/** An amount as short as an axis needs it, with its unit: `$1.2K`, `350 h`. */
export function formatTick(amount: number, measure: Measure): string {
  if (measure === 'costUsd') return signed(amount, (size) => `$${COMPACT.format(size)}`);
  return signed(amount / SECONDS_PER_HOUR, (hours) => `${COMPACT.format(hours)} h`);
}

/** Seconds as the number of hours. */
export const hoursOf = (seconds: number) => seconds / SECONDS_PER_HOUR;

/** `$1.53 per hour`; undefined when there was no runtime to divide by. */
export function costPerHour(cost: Stats, runtime: Stats): number | undefined {
  if (cost.sum === undefined || !runtime.sum) return undefined;
  return cost.sum / hoursOf(runtime.sum);
}
