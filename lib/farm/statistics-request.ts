import { counted } from '@/lib/answer/counted';
import { DAY, HOUR, MINUTE, WEEK } from '@/lib/time/duration';
import { DEFAULT_ZONE, type Span } from '@/lib/time/range';
import { formatOffset, zoneOffset } from '@/lib/time/zone';
import { MAX_BUCKETS } from './buckets';
import { PERIOD_LABELS } from './labels';
import type {
  AggregationPeriod,
  Fleet,
  GroupKey,
  Queue,
  Statistic,
  StatisticsRequest,
} from './session-statistics';

/** Maximum number of queues or fleets in one aggregation. */
export const MAX_RESOURCES = 10;
/** Short enough to hit each clock change and the change back, which are at least a month apart. */
const OFFSET_STEP_MS = 7 * DAY;
/** How far back clock changes are looked for, because a link may name centuries. */
const MAX_OFFSET_SCAN_MS = 20 * 365 * DAY;

/** The viewer's choices, as in the URL. Empty lists mean no choice. */
export type StatisticsChoice = {
  /** 1–2 keys. */
  groupBy: readonly GroupKey[];
  /** Undefined: chosen by the length of the range. */
  period?: AggregationPeriod;
  queueIds?: readonly string[];
  /** Ignored when there are queueIds. */
  fleetIds?: readonly string[];
};

export type BuiltStatisticsRequest = {
  request: StatisticsRequest;
  /** Offset of the buckets from UTC, milliseconds. */
  offsetMs: number;
  /** The queues or fleets in the aggregation, and how many are left out. */
  resources: { kind: 'queue' | 'fleet'; count: number; leftOut: number };
  warnings: string[];
};

/** The period that gives a range about 20 to 80 buckets. */
export function periodFor(span: Span): AggregationPeriod {
  const length = span.to - span.from;
  if (length <= 3 * DAY) return 'HOURLY';
  if (length <= 62 * DAY) return 'DAILY';
  return length <= 366 * DAY ? 'WEEKLY' : 'MONTHLY';
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

const MIN_BUCKET_MS: Record<AggregationPeriod, number> = {
  HOURLY: HOUR,
  DAILY: DAY,
  WEEKLY: WEEK,
  MONTHLY: 28 * DAY,
};

/** The chosen period, or the next longer one that gives the span at most `MAX_BUCKETS`. */
function boundedPeriod(
  span: Span,
  chosen: AggregationPeriod,
): { period: AggregationPeriod; warnings: string[] } {
  let period = chosen;
  for (let next = longerPeriod(period); next && maxBucketCount(span, period) > MAX_BUCKETS; ) {
    period = next;
    next = longerPeriod(period);
  }
  if (period === chosen) return { period, warnings: [] };
  const label = PERIOD_LABELS[chosen];
  return {
    period,
    warnings: [
      `${label} would be more than ${counted(MAX_BUCKETS, 'bar')} in this range, so it is shown ${PERIOD_LABELS[period].toLowerCase()} instead. Choose a shorter range to see it ${label.toLowerCase()}.`,
    ],
  };
}

/** A span that starts inside a bucket has one more. */
const maxBucketCount = ({ from, to }: Span, period: AggregationPeriod) =>
  Math.ceil((to - from) / MIN_BUCKET_MS[period]) + 1;

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

/**
 * Returns the offset at which AWS aggregates a range of a zone: the zone's at the end of the range, or UTC if that isn't in
 * whole or half hours, with a warning for each surprise.
 */
export function aggregationOffset(span: Span, zone: string): { offsetMs: number; warnings: string[] } {
  if (zone === DEFAULT_ZONE) return { offsetMs: 0, warnings: [] };
  const last = Math.max(span.from, span.to - 1);
  const offsetMs = zoneOffset(last, zone);
  if (!isSupported(offsetMs)) {
    return {
      offsetMs: 0,
      warnings: [
        `AWS supports only offsets of whole and half hours, and ${zone} is at ${formatOffset(offsetMs)}. Hours and days are in UTC.`,
      ],
    };
  }
  for (let at = Math.max(span.from, last - MAX_OFFSET_SCAN_MS); at < last; at += OFFSET_STEP_MS) {
    if (zoneOffset(at, zone) === offsetMs) continue;
    return {
      offsetMs,
      warnings: [
        `The clocks of ${zone} change in this range. AWS uses one offset: all times are in ${formatOffset(offsetMs)}, the offset at the end of the range.`,
      ],
    };
  }
  return { offsetMs, warnings: [] };
}

const isSupported = (offsetMs: number) => offsetMs % (30 * MINUTE) === 0 && Math.abs(offsetMs) < 20 * HOUR;

/**
 * Builds the aggregation for a page. Without a choice it covers all queues; of more than ten only the first ten, with a
 * warning. Undefined if the farm has no queues.
 */
export function buildStatisticsRequest(
  farm: { farmId: string; queues: readonly Queue[]; fleets: readonly Fleet[] },
  span: Span,
  zone: string,
  choice: StatisticsChoice,
  statistics: readonly Statistic[],
): BuiltStatisticsRequest | undefined {
  const byFleet = !choice.queueIds?.length && (choice.fleetIds?.length ?? 0) > 0;
  const kind = byFleet ? 'fleet' : 'queue';
  const chosen = byFleet ? choice.fleetIds : choice.queueIds;
  const ids = chosen?.length ? [...new Set(chosen)] : farm.queues.map(({ queueId }) => queueId);
  if (ids.length === 0) return undefined;

  const included = ids.slice(0, MAX_RESOURCES);
  const leftOut = ids.length - included.length;
  const { period, warnings } = boundedPeriod(span, choice.period ?? periodFor(span));
  const { from, to } = sharedSpan(span, period);
  const offset = aggregationOffset(span, zone);
  const { offsetMs } = offset;
  warnings.push(...offset.warnings);
  if (leftOut > 0) {
    warnings.push(
      `AWS aggregates at most ${MAX_RESOURCES} ${kind}s at once: these are the first ${MAX_RESOURCES}, with ${counted(leftOut, kind)} left out.`,
    );
  }
  return {
    request: {
      farmId: farm.farmId,
      startTime: from,
      endTime: to,
      timezone: formatOffset(offsetMs),
      period,
      ...(byFleet ? { fleetIds: included } : { queueIds: included }),
      groupBy: [...choice.groupBy],
      statistics: [...statistics],
    },
    offsetMs,
    resources: { kind, count: included.length, leftOut },
    warnings,
  };
}
