import { counted } from '@/lib/answer/counted';
import { DAY, HOUR, WEEK } from '@/lib/time/duration';
import type { Span } from '@/lib/time/range';
import { MAX_BUCKETS } from '../buckets';
import { PERIOD_LABELS } from '../labels';
import { AGGREGATION_PERIODS, type AggregationPeriod } from '../session-statistics';

/** The longest ranges of each period unless the viewer chooses one, with the hour that a clock change can add. */
const MAX_HOURLY_MS = 2 * DAY + HOUR;
const MAX_DAILY_MS = 92 * DAY + HOUR;
const MAX_WEEKLY_MS = 366 * DAY + HOUR;

/** The period of a range unless the viewer chooses one. */
export function periodFor(span: Span): AggregationPeriod {
  const length = span.to - span.from;
  if (length <= MAX_HOURLY_MS) return 'HOURLY';
  if (length <= MAX_DAILY_MS) return 'DAILY';
  return length <= MAX_WEEKLY_MS ? 'WEEKLY' : 'MONTHLY';
}

/** The next longer period; undefined after MONTHLY. */
export function longerPeriod(period: AggregationPeriod): AggregationPeriod | undefined {
  const longer: Partial<Record<AggregationPeriod, AggregationPeriod>> = {
    HOURLY: 'DAILY',
    DAILY: 'WEEKLY',
    WEEKLY: 'MONTHLY',
  };
  return longer[period];
}

/** Whether a period is shorter than another one. */
export const isShorterPeriod = (a: AggregationPeriod, b: AggregationPeriod): boolean =>
  AGGREGATION_PERIODS.indexOf(a) < AGGREGATION_PERIODS.indexOf(b);

const MIN_BUCKET_MS: Record<AggregationPeriod, number> = {
  HOURLY: HOUR,
  DAILY: DAY,
  WEEKLY: WEEK,
  MONTHLY: 28 * DAY,
};

/** The chosen period, or the next longer one that gives the span at most `MAX_BUCKETS`. */
export function boundedPeriod(
  span: Span,
  chosen: AggregationPeriod,
): { period: AggregationPeriod; notes: string[] } {
  let period = chosen;
  for (let next = longerPeriod(period); next && maxBucketCount(span, period) > MAX_BUCKETS; ) {
    period = next;
    next = longerPeriod(period);
  }
  if (period === chosen) return { period, notes: [] };
  const label = PERIOD_LABELS[chosen];
  return {
    period,
    notes: [
      `${label} would be more than ${counted(MAX_BUCKETS, 'bar')} in this range, so it is shown ${PERIOD_LABELS[period].toLowerCase()} instead. Choose a shorter range to see it ${label.toLowerCase()}.`,
    ],
  };
}

/** A span that starts inside a bucket has one more. */
const maxBucketCount = ({ from, to }: Span, period: AggregationPeriod) =>
  Math.ceil((to - from) / MIN_BUCKET_MS[period]) + 1;
