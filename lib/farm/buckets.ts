import { DAY, HOUR, WEEK } from '@/lib/time/duration';
import type { Span } from '@/lib/time/range';
import type { AggregationPeriod } from './session-statistics';

/** Maximum number of buckets laid out: no chart is wide enough to show more. */
export const MAX_BUCKETS = 2000;

/** 1970-01-05, the first Monday, at midnight in any local time: milliseconds since 1970. */
export const FIRST_MONDAY = 4 * DAY;

/** Returns the start of the bucket that contains an instant. Weeks start on the weekday of `weekStart`. */
function bucketStart(
  instant: number,
  period: AggregationPeriod,
  offsetMs: number,
  weekStart: number,
): number {
  const wall = instant + offsetMs;
  const start = floorWall(wall, period, weekStart + offsetMs);
  return start - offsetMs;
}

function floorWall(wall: number, period: AggregationPeriod, weekStart: number): number {
  switch (period) {
    case 'HOURLY':
      return Math.floor(wall / HOUR) * HOUR;
    case 'DAILY':
      return Math.floor(wall / DAY) * DAY;
    case 'WEEKLY':
      return weekStart + Math.floor((wall - weekStart) / WEEK) * WEEK;
    case 'MONTHLY': {
      const date = new Date(wall);
      return Date.UTC(date.getUTCFullYear(), date.getUTCMonth(), 1);
    }
  }
}

function bucketEnd(start: number, period: AggregationPeriod, offsetMs: number): number {
  switch (period) {
    case 'HOURLY':
      return start + HOUR;
    case 'DAILY':
      return start + DAY;
    case 'WEEKLY':
      return start + WEEK;
    case 'MONTHLY': {
      const date = new Date(start + offsetMs);
      return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1) - offsetMs;
    }
  }
}

/**
 * Returns the buckets of an aggregation over a span, empty ones included, at a fixed offset from UTC in milliseconds.
 * The first starts at or before the span and the last ends at or after it, up to `MAX_BUCKETS`.
 * [?] AWS doesn't document on which day weeks start: `weekStart` is the start of any known week, by default a Monday.
 */
export function bucketsOf(
  span: Span,
  period: AggregationPeriod,
  offsetMs: number,
  weekStart = FIRST_MONDAY - offsetMs,
): Span[] {
  const buckets: Span[] = [];
  let from = bucketStart(span.from, period, offsetMs, weekStart);
  while (from < span.to && buckets.length < MAX_BUCKETS) {
    const to = bucketEnd(from, period, offsetMs);
    buckets.push({ from, to });
    from = to;
  }
  return buckets;
}

/** Returns the index of the bucket that contains an instant, by binary search; undefined if none does. */
export function bucketAt(buckets: readonly Span[], instant: number): number | undefined {
  let low = 0;
  let high = buckets.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const bucket = buckets[middle];
    if (!bucket) return undefined;
    if (instant < bucket.from) high = middle - 1;
    else if (instant >= bucket.to) low = middle + 1;
    else return middle;
  }
  return undefined;
}
