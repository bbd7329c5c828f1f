import type { Span } from '@/lib/time/range';
import { STRIP_PERIODS } from './profile-periods';
import { type ProfileTimesRequest, startsIn, stripPeriod } from './strip';

/** Maximum length of a sparkline in profiles. Each takes a request to AWS, for each group. */
const MAX_PROFILES = 72;

/** A range that starts within a profile has a bar more. */
export const MAX_SPARKLINE_BARS = MAX_PROFILES + 1;

/**
 * Request for the profiles of a sparkline: the shortest period with few enough bars in the range, else days. It has whole
 * periods, so that a moving range makes a new request only once in a period.
 */
export function sparklineRequest(group: string, span: Span, now: number): ProfileTimesRequest {
  const shortest = stripPeriod(span, now, { maxFiveMinuteSpan: MAX_PROFILES * STRIP_PERIODS.PT5M });
  const isTooLong = span.to - span.from > MAX_PROFILES * STRIP_PERIODS.PT1H;
  const period = shortest === 'PT1H' && isTooLong ? 'P1D' : shortest;
  const length = STRIP_PERIODS[period];
  return {
    group,
    startTime: Math.floor(span.from / length) * length,
    endTime: Math.ceil(span.to / length) * length,
    period,
  };
}

/** Starts of the profiles to draw, oldest first, and the number of older ones that are left out. */
export function sparklineStarts(
  starts: readonly number[],
  { period }: ProfileTimesRequest,
  span: Span,
): { drawn: number[]; leftOutCount: number } {
  const all = startsIn(starts, period, span).toSorted((a, b) => a - b);
  const drawn = all.slice(-MAX_SPARKLINE_BARS);
  return { drawn, leftOutCount: all.length - drawn.length };
}
