import { DAY } from '@/lib/time/duration';
import { hash } from '../random';

/** Whole UTC days of history that the sample farms have before the current one. */
export const HISTORY_DAYS = 60;

const WEEKDAY_LOAD = [0.95, 1.05, 1.1, 1.08, 0.9, 0.24, 0.14];
const CRUNCH_WEEKDAY_LOAD = [1.25, 1.3, 1.35, 1.35, 1.3, 0.95, 0.8];
const CRUNCH_EVERY_WEEKS = 9;
const OUTLIER_EVERY_DAYS = 47;

/** Relative number of sessions that start in each hour of a UTC day: quiet mornings, a rush before artists go home. */
export const HOUR_LOAD = [
  5, 4, 3, 2, 2, 2, 3, 5, 8, 11, 13, 13, 10, 11, 14, 16, 19, 24, 26, 20, 14, 10, 8, 6,
] as const;

/**
 * Start of the sample farms' history. A bound, so that what exists depends on the seed and the time, not on what was
 * read before.
 */
export function historyStart(now: number): number {
  return (Math.floor(now / DAY) - HISTORY_DAYS) * DAY;
}

/** How busy a UTC day (days since 1970) is; 1 is a usual weekday. One week in nine is before a deadline. */
export function dayLoad(seed: string, day: number): number {
  const sinceMonday = day + 3;
  const week = Math.floor(sinceMonday / 7);
  const isCrunch = (week + Math.abs(hash(`${seed} crunch`))) % CRUNCH_EVERY_WEEKS === 0;
  return (isCrunch ? CRUNCH_WEEKDAY_LOAD : WEEKDAY_LOAD)[sinceMonday % 7] ?? 1;
}

/** Whether the day has the one job that costs several times as much as any other. */
export function isOutlierDay(seed: string, day: number): boolean {
  return (day + Math.abs(hash(`${seed} outlier`))) % OUTLIER_EVERY_DAYS === 0;
}
