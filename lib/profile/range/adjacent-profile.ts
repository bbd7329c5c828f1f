import type { Span } from '@/lib/time/range';
import { STRIP_PERIODS, type StripPeriod } from './profile-periods';

/**
 * Profile before or after a range among `starts` (oldest first); undefined when there is none. From a range of more than one
 * profile it is the last or the first of them.
 */
export function adjacentProfile(
  span: Span,
  starts: readonly number[],
  period: StripPeriod,
  direction: 'previous' | 'next',
): Span | undefined {
  const length = STRIP_PERIODS[period];
  const inside = starts.filter((at) => at >= span.from && at + length <= span.to);
  const outside =
    direction === 'previous'
      ? starts.findLast((at) => at + length <= span.from)
      : starts.find((at) => at >= span.to);
  const start = inside.length > 1 ? inside.at(direction === 'previous' ? -1 : 0) : outside;
  return start === undefined ? undefined : { from: start, to: start + length };
}
