import { WEEK } from '@/lib/time/duration';
import type { Span } from '@/lib/time/range';
import { bucketAt, bucketsOf } from '../buckets';
import { FIRST_MONDAY } from '../local-steps';
import type { AggregationPeriod } from '../session-statistics';
import type { OffsetSegment } from './offset-segments';

/**
 * The buckets of a range in local time. A day, week or month in which the clocks change is one bucket, though each offset's
 * aggregation has a part of it; an hour that comes twice is two.
 */
export class LocalBuckets {
  readonly spans: readonly Span[];

  /** The local time at which the first week after 1970-01-05 starts, whichever week the range has. */
  readonly weekStart: number;

  /** `anyWeekStart` is the local time, as milliseconds since 1970, at which any week starts. */
  constructor(
    readonly segments: readonly OffsetSegment[],
    period: AggregationPeriod,
    anyWeekStart = FIRST_MONDAY,
  ) {
    this.weekStart = FIRST_MONDAY + ((((anyWeekStart - FIRST_MONDAY) % WEEK) + WEEK) % WEEK);
    const spans: Span[] = [];
    let last = Number.NaN;
    for (const { from, to, offsetMs } of segments) {
      const buckets = bucketsOf({ from, to }, period, offsetMs, this.weekStart - offsetMs);
      for (const [i, bucket] of buckets.entries()) {
        const isFirstOfLater = i === 0 && spans.length > 0;
        const local = bucket.from + offsetMs;
        const previous = spans.at(-1);
        if (previous && isFirstOfLater && period !== 'HOURLY' && local === last) previous.to = bucket.to;
        else {
          if (previous && isFirstOfLater) previous.to = from;
          spans.push({ from: isFirstOfLater ? from : bucket.from, to: bucket.to });
        }
        last = local;
      }
    }
    this.spans = spans;
  }

  /** Index of the bucket of a row, by the start of the row's own bucket and the segment that it was aggregated in. */
  indexOf(rowFrom: number, segment: number): number | undefined {
    const from = segment === 0 ? rowFrom : Math.max(rowFrom, this.segments[segment]?.from ?? rowFrom);
    return bucketAt(this.spans, from);
  }
}
