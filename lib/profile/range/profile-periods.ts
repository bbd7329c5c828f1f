import { DAY, HOUR, MINUTE } from '@/lib/time/duration';
import type { Span } from '@/lib/time/range';

export const STRIP_PERIODS = { PT5M: 5 * MINUTE, PT1H: HOUR, P1D: DAY } as const;
export type StripPeriod = keyof typeof STRIP_PERIODS;
export const STRIP_PERIOD_NAMES = ['PT5M', 'PT1H', 'P1D'] as const satisfies StripPeriod[];

/** How long AWS keeps five-minute and hourly profiles; it keeps daily ones longer. */
export const FIVE_MINUTE_RETENTION_MS = 15 * DAY;
export const HOURLY_RETENTION_MS = 60 * DAY;

/** When the hours of a group were recorded: from an instant on, but for the times in which nothing was. */
export type RecordedTimes = { from: number; gaps: readonly Span[] };

/**
 * A range extended to the boundaries of the profiles that exist there, so that none is split: 5 minutes, hours beyond 15 days, UTC days
 * beyond 60 where no hours were recorded. It doesn't reach beyond now unless the range did.
 */
export function widened({ from, to }: Span, now: number, recorded?: RecordedTimes): Span {
  const step = (instant: number) => STRIP_PERIODS[shortestPeriod(instant, now, recorded)];
  const [fromStep, toStep] = [step(from), step(Math.max(from, to - 1))];
  const start = Math.floor(from / fromStep) * fromStep;
  const end = Math.ceil(to / toStep) * toStep;
  return { from: start, to: Math.min(end, Math.max(to, now)) };
}

/** The period of the shortest profiles of an instant: those that AWS keeps, or hours that were recorded. */
export function shortestPeriod(instant: number, now: number, recorded?: RecordedTimes): StripPeriod {
  if (now - instant <= FIVE_MINUTE_RETENTION_MS) return 'PT5M';
  return hasHours({ from: instant, to: instant + 1 }, now, recorded) ? 'PT1H' : 'P1D';
}

/** Whether hourly profiles are kept of a whole span: AWS keeps them for 60 days, and earlier ones may have been recorded. */
export function hasHours({ from, to }: Span, now: number, recorded?: RecordedTimes): boolean {
  if (from >= now - HOURLY_RETENTION_MS) return true;
  if (!recorded || from < recorded.from) return false;
  return !recorded.gaps.some((gap) => gap.from < to && gap.to > from);
}

/** Extends a range dragged in either direction to whole profiles of a length. */
export function snappedSpan(start: number, end: number, length: number): Span {
  const [from, to] = [Math.min(start, end), Math.max(start, end)];
  const first = Math.max(0, Math.floor(from / length) * length);
  return { from: first, to: Math.max(first + length, Math.ceil(to / length) * length) };
}
