import { DAY, HOUR, MINUTE } from '@/lib/time/duration';
import type { Span } from '@/lib/time/range';

export const STRIP_PERIODS = { PT5M: 5 * MINUTE, PT1H: HOUR, P1D: DAY } as const;
export type StripPeriod = keyof typeof STRIP_PERIODS;

/** Less than this around a range can't show what lies beside it. */
const SHORTEST = 3 * HOUR;

/** The span that the strip of existing profiles shows: the range, or more around a short one, up to now. */
export function stripSpan(span: Span, now: number): Span {
  const missing = SHORTEST - (span.to - span.from);
  if (missing <= 0) return span;
  const to = Math.max(span.to, Math.min(now, span.to + missing / 2));
  return { from: to - SHORTEST, to };
}

/** The period whose profiles a strip of this length lists. */
export function stripPeriod({ from, to }: Span): StripPeriod {
  const length = to - from;
  return length <= DAY ? 'PT5M' : length <= 15 * DAY ? 'PT1H' : 'P1D';
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

/** What is asked for the strip around a range of a group. */
export function stripAsk(group: string, span: Span, now: number) {
  const { from, to } = stripSpan(span, now);
  const period = stripPeriod({ from, to });
  // A profile that began before the strip reaches into it.
  return { group, startTime: from - STRIP_PERIODS[period], endTime: to, period };
}
