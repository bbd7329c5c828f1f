import type { Span } from '@/lib/time/range';
import { STRIP_PERIODS, widened } from './profile-periods';

/**
 * The whole aggregated profiles of a range that have ended. The running one would make every comparison with an earlier range
 * look like a loss. A range without an ended one stays as it is.
 */
export const endedSpan = (span: Span, now: number): Span => withoutRunning(widened(span, now));

/** A span without the five minutes that still run at its end, unless it has no others. */
export function withoutRunning({ from, to }: Span): Span {
  const end = Math.floor(to / STRIP_PERIODS.PT5M) * STRIP_PERIODS.PT5M;
  return { from, to: end > from ? end : to };
}

/** The period of the same length before a span. */
export function spanBefore({ from, to }: Span): Span {
  const start = Math.max(0, from - (to - from));
  return { from: start, to: Math.max(start + 1, from) };
}
