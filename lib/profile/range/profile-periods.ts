import { DAY, HOUR, MINUTE } from '@/lib/time/duration';
import type { Span } from '@/lib/time/range';

export const STRIP_PERIODS = { PT5M: 5 * MINUTE, PT1H: HOUR, P1D: DAY } as const;
export type StripPeriod = keyof typeof STRIP_PERIODS;
export const STRIP_PERIOD_NAMES = ['PT5M', 'PT1H', 'P1D'] as const satisfies StripPeriod[];

/** How long AWS keeps five-minute and hourly profiles; it keeps daily ones longer. */
export const FIVE_MINUTE_RETENTION_MS = 15 * DAY;
export const HOURLY_RETENTION_MS = 60 * DAY;

/**
 * A range extended to the boundaries of the profiles that AWS still has there, so that none is split: 5 minutes, hours beyond
 * 15 days, UTC days beyond 60. It doesn't reach beyond now unless the range did.
 */
export function widened({ from, to }: Span, now: number): Span {
  const [fromStep, toStep] = [shortestPeriodMs(from, now), shortestPeriodMs(to, now)];
  const start = Math.floor(from / fromStep) * fromStep;
  const end = Math.ceil(to / toStep) * toStep;
  return { from: start, to: Math.min(end, Math.max(to, now)) };
}

const shortestPeriodMs = (instant: number, now: number) => STRIP_PERIODS[shortestPeriod(instant, now)];

/** The period of the shortest profiles that AWS still has of an instant. */
export function shortestPeriod(instant: number, now: number): StripPeriod {
  if (now - instant <= FIVE_MINUTE_RETENTION_MS) return 'PT5M';
  return now - instant <= HOURLY_RETENTION_MS ? 'PT1H' : 'P1D';
}

/** Extends a range dragged in either direction to whole profiles of a length. */
export function snappedSpan(start: number, end: number, length: number): Span {
  const [from, to] = [Math.min(start, end), Math.max(start, end)];
  const first = Math.max(0, Math.floor(from / length) * length);
  return { from: first, to: Math.max(first + length, Math.ceil(to / length) * length) };
}
