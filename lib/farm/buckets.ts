import { DAY, HOUR, WEEK } from '@/lib/time/duration';
import { MONTHS } from '@/lib/time/format';
import type { Span } from '@/lib/time/range';
import { formatOffset } from '@/lib/time/zone';
import type { AggregationPeriod } from './session-statistics';

/** No chart is wide enough to tell more apart, and no page should lay out more. */
export const MAX_BUCKETS = 2000;

/** 1970-01-05, the first Monday. */
const FIRST_MONDAY = 4 * DAY;

/** Start of the bucket that holds an instant. Weeks start on Monday, or on the day of `weekStart`. */
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
 * The buckets of an aggregation over a whole span, with or without sessions, at a fixed offset from UTC in
 * milliseconds; the first starts at or before the span, the last ends at or after it, unless there would be more
 * than `MAX_BUCKETS`, of which the first are given. On which day AWS's weeks
 * start is not documented: `weekStart`, the start of any known week, decides, else weeks start on Monday.
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

/** Position of the bucket that holds an instant, by halving; undefined when none does. */
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

/** The offset of an aggregation as axes and column heads name it: `UTC`, `UTC+05:30`. */
export const offsetLabel = (offsetMs: number) => (offsetMs === 0 ? 'UTC' : formatOffset(offsetMs));

const pad = (n: number) => String(n).padStart(2, '0');

/** A bucket for people at its offset: `24 Nov 14:00`, `24 Nov 2026`, `Week of 23 Nov 2026`, `Nov 2026`. */
export function bucketLabel(from: number, period: AggregationPeriod, offsetMs: number): string {
  const { year, month, day, time } = wallOf(from, offsetMs);
  switch (period) {
    case 'HOURLY':
      return `${day} ${month} ${year} ${time}`;
    case 'DAILY':
      return `${day} ${month} ${year}`;
    case 'WEEKLY':
      return `Week of ${day} ${month} ${year}`;
    case 'MONTHLY':
      return `${month} ${year}`;
  }
}

/** A bucket as short as an axis needs it: `14:00` (midnight: `24 Nov`), `24 Nov`, `Nov 2026`. */
export function bucketTick(from: number, period: AggregationPeriod, offsetMs: number): string {
  const { year, month, day, time } = wallOf(from, offsetMs);
  if (period === 'MONTHLY') return `${month} ${year}`;
  return period === 'HOURLY' && time !== '00:00' ? time : `${day} ${month}`;
}

const HOUR_STEPS = [1, 2, 3, 6, 12, ...[1, 2, 7, 14, 28, 56, 112, 365].map((days) => days * 24)];

/**
 * Starts of the buckets that an axis should mark, at most about `most`: hours at round times of the offset's
 * clock with midnights among them, all others at even distances from the first.
 */
export function axisMarks(
  buckets: readonly Span[],
  period: AggregationPeriod,
  offsetMs: number,
  most: number,
): number[] {
  const starts = buckets.map(({ from }) => from);
  if (period === 'HOURLY') {
    const step = HOUR_STEPS.find((hours) => starts.length / hours <= most);
    if (step) return starts.filter((from) => (from + offsetMs) % (step * HOUR) === 0);
  }
  const step = Math.max(1, Math.ceil(starts.length / most));
  return starts.filter((_, at) => at % step === 0);
}

function wallOf(instant: number, offsetMs: number) {
  const date = new Date(instant + offsetMs);
  return {
    year: date.getUTCFullYear(),
    month: MONTHS[date.getUTCMonth()] ?? '',
    day: date.getUTCDate(),
    time: `${pad(date.getUTCHours())}:${pad(date.getUTCMinutes())}`,
  };
}
