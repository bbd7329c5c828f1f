import { monthOf } from '@/lib/time/calendar';
import { DAY, HOUR, WEEK } from '@/lib/time/duration';
import type { BarStep } from './bars/bar-steps';

/** 1970-01-05, the first Monday, at midnight in any local time: milliseconds since 1970. */
export const FIRST_MONDAY = 4 * DAY;

/**
 * Returns the local time at which the step that contains a local time starts. Both are milliseconds since 1970. Weeks start on the
 * weekday of `weekStart`.
 */
export function stepStart(wall: number, { period, count }: BarStep, weekStart = FIRST_MONDAY): number {
  switch (period) {
    case 'HOURLY':
      return Math.floor(wall / (count * HOUR)) * count * HOUR;
    case 'DAILY':
      return Math.floor(wall / (count * DAY)) * count * DAY;
    case 'WEEKLY':
      return weekStart + Math.floor((wall - weekStart) / (count * WEEK)) * count * WEEK;
    case 'MONTHLY':
      return Date.UTC(1970, Math.floor(monthOf(wall) / count) * count);
  }
}

/** Returns the local time at which the step ends that starts at a local time. */
export function stepEnd(start: number, { period, count }: BarStep): number {
  const length = { HOURLY: HOUR, DAILY: DAY, WEEKLY: WEEK };
  if (period === 'MONTHLY') return Date.UTC(1970, monthOf(start) + count);
  return start + count * length[period];
}

/** The weekday of a local time, from 0 for Sunday; 1970-01-01 was a Thursday. */
export const weekdayOf = (wall: number): number => (Math.floor(wall / DAY) + 4) % 7;
