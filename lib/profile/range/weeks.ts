import { DAY, HOUR } from '@/lib/time/duration';
import { pieces, type Span } from '@/lib/time/range';
import { HOURS_KEPT } from './strip';

/** The longest profile that AWS gives. */
export const LONGEST_PROFILE = 7 * DAY;

const MOST_WEEKS = 5;

/**
 * A span in the weeks that AWS is asked for, five at most; `leftOut` is the part before them. Weeks meet at whole
 * hours, or at midnights UTC where only days may be left, since a profile that lies across their border would be in neither.
 */
export function weeksOf(span: Span, now: number): { spans: Span[]; leftOut?: Span } {
  if (span.to - span.from <= LONGEST_PROFILE) return { spans: [span] };
  const step = now - span.from > HOURS_KEPT ? DAY : HOUR;
  const border = Math.ceil(span.to / step) * step;
  const { spans, leftOut } = pieces({ from: span.from, to: border }, LONGEST_PROFILE, MOST_WEEKS);
  const weeks = spans.map(({ from, to }) => ({ from, to: Math.min(to, span.to) }));
  // Of what is so long ago no profile is shorter than a step.
  return leftOut && leftOut.to - leftOut.from >= step ? { spans: weeks, leftOut } : { spans: weeks };
}
