import { DAY, HOUR, MINUTE } from '@/lib/time/duration';
import type { Span } from '@/lib/time/range';

export const STRIP_PERIODS = { PT5M: 5 * MINUTE, PT1H: HOUR, P1D: DAY } as const;
export type StripPeriod = keyof typeof STRIP_PERIODS;
export const STRIP_PERIOD_NAMES = ['PT5M', 'PT1H', 'P1D'] as const satisfies StripPeriod[];

/** How long AWS keeps five-minute and hourly profiles; it keeps daily ones longer. */
export const FIVE_MINUTE_RETENTION_MS = 15 * DAY;
export const HOURLY_RETENTION_MS = 60 * DAY;

/**
 * A range extended to the boundaries of the profiles that exist there, so that none is split: 5 minutes, hours beyond 15 days, UTC days
 * beyond 60 unless hours were recorded from `recordedFrom` on. It doesn't reach beyond now unless the range did.
 */
export function widened({ from, to }: Span, now: number, recordedFrom?: number): Span {
  const step = (instant: number) => STRIP_PERIODS[shortestPeriod(instant, now, recordedFrom)];
  const [fromStep, toStep] = [step(from), step(to)];
  const start = Math.floor(from / fromStep) * fromStep;
  const end = Math.ceil(to / toStep) * toStep;
  return { from: start, to: Math.min(end, Math.max(to, now)) };
}

/** The period of the shortest profiles of an instant: those that AWS keeps, or hours from `recordedFrom` on. */
export function shortestPeriod(
  instant: number,
  now: number,
  recordedFrom = Number.POSITIVE_INFINITY,
): StripPeriod {
  if (now - instant <= FIVE_MINUTE_RETENTION_MS) return 'PT5M';
  return instant >= hourlyFrom(now, recordedFrom) ? 'PT1H' : 'P1D';
}

/** The instant from which there are hourly profiles: AWS keeps them for 60 days, and earlier ones may have been recorded. */
export const hourlyFrom = (now: number, recordedFrom = Number.POSITIVE_INFINITY): number =>
  Math.min(now - HOURLY_RETENTION_MS, recordedFrom);

/** Extends a range dragged in either direction to whole profiles of a length. */
export function snappedSpan(start: number, end: number, length: number): Span {
  const [from, to] = [Math.min(start, end), Math.max(start, end)];
  const first = Math.max(0, Math.floor(from / length) * length);
  return { from: first, to: Math.max(first + length, Math.ceil(to / length) * length) };
}
