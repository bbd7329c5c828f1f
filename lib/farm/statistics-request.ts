import { counted } from '@/lib/answer/words';
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

/** AWS adds up at most so many queues or fleets at once. */
export const MAX_RESOURCES = 10;
/** Short enough to meet every change of the clocks and the change back, which are a month apart at least. */
const OFFSET_STEP = 7 * DAY;
/** No further back than this is looked for a change: a link may name centuries. */
const OFFSET_SCAN = 20 * 365 * DAY;

/** What the URL says about statistics. Empty lists mean: not chosen. */
export type StatisticsChoice = {
  /** 1–2 keys. */
  groupBy: readonly GroupKey[];
  /** Undefined: by the length of the range. */
  period?: AggregationPeriod;
  queueIds?: readonly string[];
  /** Not together with queueIds, which win. */
  fleetIds?: readonly string[];
};

export type BuiltStatisticsRequest = {
  request: StatisticsRequest;
  /** Offset of the buckets from UTC, milliseconds. */
  offsetMs: number;
  /** Queues or fleets that are added up, and how many could not be. */
  resources: { kind: 'queue' | 'fleet'; count: number; leftOut: number };
  warnings: string[];
};

/** The period that gives a range some 20 to 80 buckets. */
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

/** The chosen period, or the next longer one that gives the span no more buckets than can be shown. */
function boundedPeriod(
  span: Span,
  chosen: AggregationPeriod,
): { period: AggregationPeriod; warnings: string[] } {
  let period = chosen;
  for (let next = longerPeriod(period); next && bucketsAtMost(span, period) > MAX_BUCKETS; ) {
    period = next;
    next = longerPeriod(period);
  }
  if (period === chosen) return { period, warnings: [] };
  const [wanted, taken] = [PERIOD_LABELS[chosen], PERIOD_LABELS[period].toLowerCase()];
  return {
    period,
    warnings: [
      `${wanted} would be more than ${counted(MAX_BUCKETS, 'bar')} over this range: it is added up ${taken} instead. Choose a shorter range for ${wanted.toLowerCase()}.`,
    ],
  };
}

/** A span that starts within a bucket has one more. */
const bucketsAtMost = ({ from, to }: Span, period: AggregationPeriod) =>
  Math.ceil((to - from) / MIN_BUCKET_MS[period]) + 1;

/**
 * The span moved back to whole minutes, and to whole 5 minutes for days and longer: all who look at a moving
 * range within that time ask the same, and AWS adds up once for them. A span too short for that stays as it is.
 */
export function sharedSpan(span: Span, period: AggregationPeriod): Span {
  const step = period === 'HOURLY' ? MINUTE : 5 * MINUTE;
  const back = (instant: number) => Math.floor(instant / step) * step;
  const [from, to] = [back(span.from), back(span.to)];
  return from < to && from > 0 ? { from, to } : span;
}

/**
 * The offset in which AWS can add up a range of a zone: the zone's at the range's end, or UTC when that is not
 * in whole or half hours; with a sentence for whatever is not as the viewer would expect.
 */
export function aggregationOffset(span: Span, zone: string): { offsetMs: number; warnings: string[] } {
  if (zone === DEFAULT_ZONE) return { offsetMs: 0, warnings: [] };
  const last = Math.max(span.from, span.to - 1);
  const wanted = zoneOffset(last, zone);
  if (!canBeAsked(wanted)) {
    return {
      offsetMs: 0,
      warnings: [
        `AWS adds up at whole and half hours from UTC only, and ${zone} is at ${formatOffset(wanted)}: hours and days are those of UTC.`,
      ],
    };
  }
  for (let at = Math.max(span.from, last - OFFSET_SCAN); at < last; at += OFFSET_STEP) {
    if (zoneOffset(at, zone) === wanted) continue;
    return {
      offsetMs: wanted,
      warnings: [
        `The clocks of ${zone} change in this range. AWS adds up at one offset: all times are ${formatOffset(wanted)}, the offset at its end.`,
      ],
    };
  }
  return { offsetMs: wanted, warnings: [] };
}

const canBeAsked = (offsetMs: number) => offsetMs % (30 * MINUTE) === 0 && Math.abs(offsetMs) < 20 * HOUR;

/**
 * The aggregation to start for a page. Without a choice all queues are added up; of more than ten the first
 * ten, which is said. Undefined when the farm has nothing that could be asked about.
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

  const asked = ids.slice(0, MAX_RESOURCES);
  const leftOut = ids.length - asked.length;
  const { period, warnings } = boundedPeriod(span, choice.period ?? periodFor(span));
  const { from, to } = sharedSpan(span, period);
  const offset = aggregationOffset(span, zone);
  const { offsetMs } = offset;
  warnings.push(...offset.warnings);
  if (leftOut > 0) {
    warnings.push(
      `AWS adds up at most ${MAX_RESOURCES} ${kind}s at once: these are the first ${MAX_RESOURCES}, ${counted(leftOut, kind)} left out.`,
    );
  }
  return {
    request: {
      farmId: farm.farmId,
      startTime: from,
      endTime: to,
      timezone: formatOffset(offsetMs),
      period,
      ...(byFleet ? { fleetIds: asked } : { queueIds: asked }),
      groupBy: [...choice.groupBy],
      statistics: [...statistics],
    },
    offsetMs,
    resources: { kind, count: asked.length, leftOut },
    warnings,
  };
}
