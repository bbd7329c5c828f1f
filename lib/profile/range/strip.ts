import { DAY, HOUR } from '@/lib/time/duration';
import type { Span } from '@/lib/time/range';
import {
  FIVE_MINUTE_RETENTION_MS,
  hasHours,
  type RecordedTimes,
  STRIP_PERIODS,
  type StripPeriod,
} from './profile-periods';

/** A strip at least this long shows what lies around a short range. */
export const MIN_STRIP_MS: Record<StripPeriod, number> = { PT5M: 3 * HOUR, PT1H: 36 * HOUR, P1D: 30 * DAY };

/** Span of the strip of existing profiles: the range, or more around a short one, but not beyond now. */
export function stripSpan(span: Span, now: number, period: StripPeriod = 'PT5M'): Span {
  const shortest = MIN_STRIP_MS[period];
  const missing = shortest - (span.to - span.from);
  if (missing <= 0) return span;
  const to = Math.max(span.to, Math.min(now, span.to + missing / 2));
  return { from: Math.max(0, to - shortest), to };
}

type StripLimits = { maxFiveMinuteSpan?: number; recorded?: RecordedTimes | undefined };

/** Shortest period of which there are profiles in the whole span; PT5M only up to `maxFiveMinuteSpan` milliseconds. */
export function stripPeriod(
  { from, to }: Span,
  now: number,
  { maxFiveMinuteSpan = DAY, recorded }: StripLimits = {},
): StripPeriod {
  const [length, age] = [to - from, now - from];
  if (length <= maxFiveMinuteSpan && age <= FIVE_MINUTE_RETENTION_MS) return 'PT5M';
  return length <= 15 * DAY && hasHours({ from, to }, now, recorded) ? 'PT1H' : 'P1D';
}

/** Periods to choose from for the strip of a range; five-minute profiles of more than 3 days are too narrow to see. */
export const allowedStripPeriods = ({ from, to }: Span): StripPeriod[] =>
  to - from > 3 * DAY ? ['PT1H', 'P1D'] : ['PT5M', 'PT1H', 'P1D'];

/** The chosen period if the strip of the range allows it; undefined means the shortest available. */
export const allowedStripPeriod = (span: Span, chosen: StripPeriod | null): StripPeriod | undefined =>
  allowedStripPeriods(span).find((period) => period === chosen);

/** Existing aggregated profiles of one period that start in [startTime, endTime), epoch milliseconds. */
export type ProfileTimesRequest = {
  group: string;
  startTime: number;
  endTime: number;
  period: StripPeriod;
};

/** Request for the profiles in the strip around a range, with the chosen period or the shortest of which there are profiles. */
export function profileTimesRequest(
  group: string,
  span: Span,
  now: number,
  { chosen, recorded }: { chosen?: StripPeriod | undefined; recorded?: RecordedTimes | undefined } = {},
): ProfileTimesRequest {
  const shown = stripSpan(span, now, chosen);
  return timesOfStrip(group, shown, chosen ?? stripPeriod(shown, now, { recorded }));
}

/** Request for the profiles of one period in a strip. A profile that began before the strip reaches into it. */
export const timesOfStrip = (
  group: string,
  { from, to }: Span,
  period: StripPeriod,
): ProfileTimesRequest => ({
  group,
  startTime: from - STRIP_PERIODS[period],
  endTime: to,
  period,
});

/** The starts of the profiles that overlap a span. A list of an earlier time may include others. */
export const startsIn = (starts: readonly number[], period: StripPeriod, { from, to }: Span): number[] =>
  starts.filter((start) => start + STRIP_PERIODS[period] > from && start < to);
