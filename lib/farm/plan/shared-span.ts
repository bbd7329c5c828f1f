import { MINUTE } from '@/lib/time/duration';
import type { Span } from '@/lib/time/range';
import type { AggregationPeriod } from '../session-statistics';

/**
 * Rounds a span down to whole minutes, or to 5 minutes for days and longer periods, so that all viewers of a moving range
 * share one aggregation for that time. Returns a span that is too short for that unchanged.
 */
export function sharedSpan(span: Span, period: AggregationPeriod): Span {
  const step = period === 'HOURLY' ? MINUTE : 5 * MINUTE;
  const floor = (instant: number) => Math.floor(instant / step) * step;
  const [from, to] = [floor(span.from), floor(span.to)];
  return from < to && from > 0 ? { from, to } : span;
}
