import type { Span } from '@/lib/time/range';
import { type RecordedTimes, STRIP_PERIODS, widened } from './profile-periods';

/**
 * The comparison's range in whole profiles, without the one of the five minutes that have not ended: a baseline of the same
 * length would have more samples.
 */
export function comparedSpan(span: Span, now: number, recorded?: RecordedTimes): Span {
  const { from, to } = widened(span, now, recorded);
  const ended = Math.floor(now / STRIP_PERIODS.PT5M) * STRIP_PERIODS.PT5M;
  return { from, to: from < ended ? Math.min(to, ended) : to };
}
