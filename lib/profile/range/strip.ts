import { DAY, HOUR, MINUTE } from '@/lib/time/duration';
import type { Span } from '@/lib/time/range';

export const STRIP_PERIODS = { PT5M: 5 * MINUTE, PT1H: HOUR, P1D: DAY } as const;
export type StripPeriod = keyof typeof STRIP_PERIODS;

/** Less than this around a range can't show what lies beside it. */
const SHORTEST: Record<StripPeriod, number> = { PT5M: 3 * HOUR, PT1H: 36 * HOUR, P1D: 30 * DAY };

/** The span that the strip of existing profiles of a period shows: the range, or more around a short one, up to now. */
export function stripSpan(span: Span, now: number, period: StripPeriod = 'PT5M'): Span {
  const shortest = SHORTEST[period];
  const missing = shortest - (span.to - span.from);
  if (missing <= 0) return span;
  const to = Math.max(span.to, Math.min(now, span.to + missing / 2));
  return { from: Math.max(0, to - shortest), to };
}

/** AWS keeps profiles of 5 minutes and of an hour so long, those of a day longer. */
const MINUTES_KEPT = 15 * DAY;
export const HOURS_KEPT = 60 * DAY;

/**
 * A range with its ends moved outwards to the borders of the profiles that AWS still has there, of which none is
 * split: 5 minutes, hours beyond 15 days, UTC days beyond 60. It doesn't reach beyond now where the range didn't.
 */
export function widened({ from, to }: Span, now: number): Span {
  const start = Math.floor(from / finestAt(from, now)) * finestAt(from, now);
  const end = Math.ceil(to / finestAt(to, now)) * finestAt(to, now);
  return { from: start, to: Math.min(end, Math.max(to, now)) };
}

function finestAt(instant: number, now: number): number {
  if (now - instant <= MINUTES_KEPT) return STRIP_PERIODS.PT5M;
  return now - instant <= HOURS_KEPT ? STRIP_PERIODS.PT1H : STRIP_PERIODS.P1D;
}

/** The shortest period that AWS still has all over a span; 5-minute ones for spans up to `longestFine` only. */
export function stripPeriod({ from, to }: Span, now: number, longestFine = DAY): StripPeriod {
  const [length, age] = [to - from, now - from];
  if (length <= longestFine && age <= MINUTES_KEPT) return 'PT5M';
  return length <= 15 * DAY && age <= HOURS_KEPT ? 'PT1H' : 'P1D';
}

/**
 * The profile before or after a range among the starts, oldest first; undefined when there is none. From a range of
 * several profiles it steps to the last or the first of them.
 */
export function stepFrom(
  span: Span,
  starts: readonly number[],
  period: StripPeriod,
  step: 'back' | 'on',
): Span | undefined {
  const length = STRIP_PERIODS[period];
  const inside = starts.filter((at) => at >= span.from && at + length <= span.to);
  const beside =
    step === 'back' ? starts.findLast((at) => at + length <= span.from) : starts.find((at) => at >= span.to);
  const start = inside.length > 1 ? inside.at(step === 'back' ? -1 : 0) : beside;
  return start === undefined ? undefined : { from: start, to: start + length };
}

/** The periods that a strip of a range can be of: of more 5-minute profiles than these nobody sees one. */
export const stripChoices = ({ from, to }: Span): StripPeriod[] =>
  to - from > 3 * DAY ? ['PT1H', 'P1D'] : ['PT5M', 'PT1H', 'P1D'];

/** The period chosen for the strip of a range, where it can be of that; undefined is the shortest that there is. */
export const fittingPeriod = (span: Span, chosen: StripPeriod | null): StripPeriod | undefined =>
  stripChoices(span).find((period) => period === chosen);

/** A range drawn over a strip, in whole profiles of a length. */
export function drawnSpan(start: number, end: number, length: number): Span {
  const [from, to] = [Math.min(start, end), Math.max(start, end)];
  const first = Math.max(0, Math.floor(from / length) * length);
  return { from: first, to: Math.max(first + length, Math.ceil(to / length) * length) };
}

/** Existing aggregated profiles of one period that start in [startTime, endTime), epoch milliseconds. */
export type ProfileTimesRequest = {
  group: string;
  startTime: number;
  endTime: number;
  period: StripPeriod;
};

/** The profiles that the strip around a range shows: of the chosen period, else of the shortest that AWS still has. */
export function profileTimesRequest(
  group: string,
  span: Span,
  now: number,
  chosen?: StripPeriod,
): ProfileTimesRequest {
  const { from, to } = stripSpan(span, now, chosen);
  const period = chosen ?? stripPeriod({ from, to }, now);
  // A profile that began before the strip reaches into it.
  return { group, startTime: from - STRIP_PERIODS[period], endTime: to, period };
}
