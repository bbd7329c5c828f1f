import { DAY, HOUR } from '@/lib/time/duration';
import { type Span, splitSpan } from '@/lib/time/range';
import { HOURLY_RETENTION_MS } from './profile-periods';

/** Longest profile that AWS returns. */
export const MAX_PROFILE_MS = 7 * DAY;

const MAX_WEEKS = 5;

/**
 * Splits a span into the weeks to request from AWS, at most five; `leftOut` is the part before them. Weeks meet at whole hours, or
 * at midnight UTC when only daily profiles may be left, because a profile that crosses a boundary would be in neither week.
 */
export function splitIntoWeeks(span: Span, now: number): { spans: Span[]; leftOut?: Span } {
  if (span.to - span.from <= MAX_PROFILE_MS) return { spans: [span] };
  const step = now - span.from > HOURLY_RETENTION_MS ? DAY : HOUR;
  const border = Math.ceil(span.to / step) * step;
  const { spans, leftOut } = splitSpan({ from: span.from, to: border }, MAX_PROFILE_MS, MAX_WEEKS);
  const weeks = spans.map(({ from, to }) => ({ from, to: Math.min(to, span.to) }));
  // That long ago no profile is shorter than a step.
  return leftOut && leftOut.to - leftOut.from >= step ? { spans: weeks, leftOut } : { spans: weeks };
}
