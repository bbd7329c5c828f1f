import { HOUR } from '@/lib/time/duration';
import { MONTHS } from '@/lib/time/format';
import type { Span } from '@/lib/time/range';
import { formatOffset, zoneOffset } from '@/lib/time/zone';
import type { AggregationPeriod } from './session-statistics';

/** The offset of an aggregation in axes and column headers: `UTC`, `UTC+05:30`. */
export const offsetLabel = (offsetMs: number) => (offsetMs === 0 ? 'UTC' : formatOffset(offsetMs));

/**
 * The zone of an aggregation's times: `UTC`, `Europe/Berlin (UTC+01:00)`. Names the viewer's zone only if it has the
 * aggregation's offset at `end`. Offset and end in milliseconds.
 */
export function bucketZoneLabel(zone: string, offsetMs: number, end: number): string {
  const offset = offsetLabel(offsetMs);
  return zone === 'UTC' || zoneOffset(end, zone) !== offsetMs ? offset : `${zone} (${offset})`;
}

/** A bucket at its offset: `24 Nov 2026 14:00`, `24 Nov 2026`, `Week of 23 Nov 2026`, `Nov 2026`. */
export function bucketLabel(from: number, period: AggregationPeriod, offsetMs: number): string {
  const { year, month, day, time } = wallClock(from, offsetMs);
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

/** A short label for an axis: `14:00` (`24 Nov` at midnight), `24 Nov`, `Nov 2026`. */
export function bucketTick(from: number, period: AggregationPeriod, offsetMs: number): string {
  const { year, month, day, time } = wallClock(from, offsetMs);
  if (period === 'MONTHLY') return `${month} ${year}`;
  return period === 'HOURLY' && time !== '00:00' ? time : `${day} ${month}`;
}

const HOUR_STEPS = [1, 2, 3, 6, 12, ...[1, 2, 7, 14, 28, 56, 112, 365].map((days) => days * 24)];

/**
 * Starts of the buckets that an axis labels, at most about `maxCount`: hours at round times of the offset's clock,
 * midnights included; longer periods at even distances from the first.
 */
export function axisMarks(
  buckets: readonly Span[],
  period: AggregationPeriod,
  offsetMs: number,
  maxCount: number,
): number[] {
  const starts = buckets.map(({ from }) => from);
  if (period === 'HOURLY') {
    const step = HOUR_STEPS.find((hours) => starts.length / hours <= maxCount);
    if (step) return starts.filter((from) => (from + offsetMs) % (step * HOUR) === 0);
  }
  const step = Math.max(1, Math.ceil(starts.length / maxCount));
  return starts.filter((_, at) => at % step === 0);
}

const pad = (n: number) => String(n).padStart(2, '0');

function wallClock(instant: number, offsetMs: number) {
  const date = new Date(instant + offsetMs);
  return {
    year: date.getUTCFullYear(),
    month: MONTHS[date.getUTCMonth()] ?? '',
    day: date.getUTCDate(),
    time: `${pad(date.getUTCHours())}:${pad(date.getUTCMinutes())}`,
  };
}
