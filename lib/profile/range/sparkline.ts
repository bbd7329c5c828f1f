import type { Span } from '@/lib/time/range';
import { STRIP_PERIODS } from './profile-periods';
import { type ProfileTimesRequest, startsIn, stripPeriod } from './strip';

/** Maximum number of bars in a sparkline. Each takes a request to AWS, for each group. */
export const MAX_SPARKLINE_BARS = 72;

/** Request for the profiles of a sparkline: the shortest period with few enough bars in the range, else days. */
export function sparklineRequest(group: string, span: Span, now: number): ProfileTimesRequest {
  const shortest = stripPeriod(span, now, MAX_SPARKLINE_BARS * STRIP_PERIODS.PT5M);
  const isTooLong = span.to - span.from > MAX_SPARKLINE_BARS * STRIP_PERIODS.PT1H;
  const period = shortest === 'PT1H' && isTooLong ? 'P1D' : shortest;
  // A profile that began before the range reaches into it.
  return { group, startTime: Math.max(0, span.from - STRIP_PERIODS[period]), endTime: span.to, period };
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
