import { formatNumber } from '@/lib/answer/format-number';
import { DAY, HOUR } from '@/lib/time/duration';
import { MONTHS } from '@/lib/time/format';
import type { Span } from '@/lib/time/range';
import { formatOffset } from '@/lib/time/zone';
import { type BarStep, stepText } from './bars/bar-steps';
import { followsZone, type OffsetSegment, offsetAt } from './plan/offset-segments';
import type { AggregationPeriod } from './session-statistics';

type Segments = readonly OffsetSegment[];

const offsetLabel = (offsetMs: number) => (offsetMs === 0 ? 'UTC' : formatOffset(offsetMs));

/**
 * The zone of buckets: `UTC`, `Europe/Berlin (UTC+01:00)`, `Europe/Berlin (UTC+02:00, UTC+01:00)`. Names the viewer's zone only
 * if the buckets follow it.
 */
export function bucketZoneLabel(zone: string, segments: Segments): string {
  const offsets = [...new Set(segments.map(({ offsetMs }) => offsetLabel(offsetMs)))].join(', ');
  return zone === 'UTC' || !followsZone(segments, zone) ? offsets : `${zone} (${offsets})`;
}

/**
 * A bucket at its offset: `24 Nov 2026 14:00`, `24 Nov 2026`, `Week of 23 Nov 2026`, `Nov 2026`. An hour that the clocks show
 * twice has its offset too: `25 Oct 2026 02:00 UTC+01:00`.
 */
export function bucketLabel(from: number, period: AggregationPeriod, segments: Segments): string {
  const offsetMs = offsetAt(segments, from);
  const { year, month, day, time } = wallClock(from, offsetMs);
  switch (period) {
    case 'HOURLY': {
      const hour = `${day} ${month} ${year} ${time}`;
      return isShownTwice(from, segments) ? `${hour} ${offsetLabel(offsetMs)}` : hour;
    }
    case 'DAILY':
      return `${day} ${month} ${year}`;
    case 'WEEKLY':
      return `Week of ${day} ${month} ${year}`;
    case 'MONTHLY':
      return `${month} ${year}`;
  }
}

/** A bucket of one or more periods: `24 Nov 2026`, `6 hours from 24 Nov 2026 06:00`, `3 months from Oct 2026`. */
export function barLabel(from: number, step: BarStep, segments: Segments): string {
  const label = bucketLabel(from, step.period, segments);
  return step.count === 1 ? label : `${stepText(step)} from ${label.replace(/^Week of /, '')}`;
}

/** A bucket with the offset of its start: `24 Nov 2026 14:00 UTC+01:00`. */
export function barLabelWithOffset(from: number, step: BarStep, segments: Segments): string {
  const label = barLabel(from, step, segments);
  const offset = offsetLabel(offsetAt(segments, from));
  return label.endsWith(` ${offset}`) ? label : `${label} ${offset}`;
}

/** Says of a day in which the clocks change how long it is; undefined for others. */
export function oddLengthText({ from, to }: Span, { period, count }: BarStep): string | undefined {
  if (period !== 'DAILY' || count !== 1 || to - from === DAY) return undefined;
  return `The clocks change: this day has ${formatNumber((to - from) / HOUR, 3)} hours.`;
}

/** A short label for an axis: `14:00` (`24 Nov` at midnight), `24 Nov`, `Nov 2026`. */
export function bucketTick(from: number, period: AggregationPeriod, segments: Segments): string {
  const { year, month, day, time } = wallClock(from, offsetAt(segments, from));
  if (period === 'MONTHLY') return `${month} ${year}`;
  return period === 'HOURLY' && time !== '00:00' ? time : `${day} ${month}`;
}

const HOUR_STEPS = [1, 2, 3, 6, 12, ...[1, 2, 3, 4, 7, 14, 28, 56, 112, 365].map((days) => days * 24)];

/**
 * Starts of the buckets that an axis labels, at most about `maxCount`: hours at round times of the local clock, midnights
 * included; longer periods at even distances from the first.
 */
export function axisMarks(
  buckets: readonly Span[],
  { period, count }: BarStep,
  segments: Segments,
  maxCount: number,
): number[] {
  const starts = buckets.map(({ from }) => from);
  if (period === 'HOURLY') {
    const step = HOUR_STEPS.find((hours) => (starts.length * count) / hours <= maxCount);
    if (step) return starts.filter((from) => (from + offsetAt(segments, from)) % (step * HOUR) === 0);
  }
  const step = Math.max(1, Math.ceil(starts.length / maxCount));
  return starts.filter((_, at) => at % step === 0);
}

/** Whether clocks in the range show the time of an instant once more, before or after a change. */
function isShownTwice(instant: number, segments: Segments): boolean {
  const offsetMs = offsetAt(segments, instant);
  return segments.some(({ from, to, offsetMs: other }) => {
    const again = instant + offsetMs - other;
    return other !== offsetMs && from <= again && again < to;
  });
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
