import type { Span } from '@/lib/time/range';
import { FIRST_MONDAY, stepEnd, stepStart } from './local-steps';
import type { AggregationPeriod } from './session-statistics';

/** Maximum number of buckets laid out: no chart is wide enough to show more. */
export const MAX_BUCKETS = 2000;

/**
 * Returns the buckets of an aggregation over a span, empty ones included, at a fixed offset from UTC in milliseconds.
 * The first starts at or before the span and the last ends at or after it, up to `MAX_BUCKETS`.
 * [?] AWS doesn't document on which day weeks start: `weekStart` is the start of any known week, by default a Monday.
 */
export function bucketsOf(
  span: Span,
  period: AggregationPeriod,
  offsetMs: number,
  weekStart = FIRST_MONDAY - offsetMs,
): Span[] {
  const buckets: Span[] = [];
  const step = { period, count: 1 };
  let wall = stepStart(span.from + offsetMs, step, weekStart + offsetMs);
  while (wall - offsetMs < span.to && buckets.length < MAX_BUCKETS) {
    const end = stepEnd(wall, step);
    buckets.push({ from: wall - offsetMs, to: end - offsetMs });
    wall = end;
  }
  return buckets;
}

/** Returns the index of the bucket that contains an instant, by binary search; undefined if none does. */
export function bucketAt(buckets: readonly Span[], instant: number): number | undefined {
  let low = 0;
  let high = buckets.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const bucket = buckets[middle];
    if (!bucket) return undefined;
    if (instant < bucket.from) high = middle - 1;
    else if (instant >= bucket.to) low = middle + 1;
    else return middle;
  }
  return undefined;
}
