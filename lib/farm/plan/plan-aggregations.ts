import { formatZoneAt, zoneLabel } from '@/lib/time/format';
import type { Span } from '@/lib/time/range';
import { formatOffset } from '@/lib/time/zone';
import type { AggregationPeriod, AwsKey, Statistic, StatisticsRequest } from '../session-statistics';
import { type OffsetSegment, offsetSegments } from './offset-segments';
import { sharedSpan } from './shared-span';

/** AWS aggregates at most this many queues or fleets at once. */
export const MAX_IDS = 10;

/** Maximum number of queues or fleets in a query. */
export const MAX_RESOURCES = 500;

/** Maximum number of aggregations of an answer: enough for all queues of a query on both sides of one clock change. */
export const MAX_AGGREGATIONS = (2 * MAX_RESOURCES) / MAX_IDS;

/** Costs that somebody wants to see: of queues or of fleets, in a range of a zone, by one or two keys. */
export type CostQuery = Span & {
  farmId: string;
  zone: string;
  period: AggregationPeriod;
  keys: readonly AwsKey[];
  statistics: readonly Statistic[];
  resources: { kind: 'queue' | 'fleet'; ids: readonly string[] };
};

export type AggregationPlan = {
  /** What to ask AWS for. The rows of all requests together are the answer. */
  requests: { request: StatisticsRequest; segment: number }[];
  segments: OffsetSegment[];
  /** The keys of the rows of all requests, in one order for all viewers, so that they can share rows. */
  keys: AwsKey[];
  /** What differs from what the viewer would expect, in sentences. */
  notes: string[];
};

/**
 * The aggregations that answer a query: ten queues or fleets at a time, and one for each offset of the zone. A single key is
 * asked for together with the usage type, so that hours of computers aren't added to those of licences.
 */
export function planAggregations(query: CostQuery): AggregationPlan {
  const { farmId, zone, period, statistics, resources } = query;
  const span = sharedSpan(query, period);
  const { segments, deviation } = offsetSegments(span, zone);
  const keys = askedKeys(query.keys);
  const ids = [...new Set(resources.ids)].sort();
  const requests = segments.flatMap((segment, index) =>
    chunks(ids, MAX_IDS).map((some) => ({
      segment: index,
      request: {
        farmId,
        startTime: segment.from,
        endTime: segment.to,
        timezone: formatOffset(segment.offsetMs),
        period,
        ...(resources.kind === 'queue' ? { queueIds: some } : { fleetIds: some }),
        groupBy: keys,
        statistics: [...statistics],
      },
    })),
  );
  const notes = deviation ? [deviationNote(deviation, span, zone)] : [];
  return { requests, segments, keys, notes };
}

/** The keys of an aggregation, sorted: USAGE_TYPE is added to a single other key. */
export function askedKeys(keys: readonly AwsKey[]): AwsKey[] {
  const isAlone = keys.length === 1 && keys[0] !== 'USAGE_TYPE';
  return [...keys, ...(isAlone ? ['USAGE_TYPE' as const] : [])].sort();
}

/** Whether rows by these keys have the usage type, so that hours of compute are known. */
export const hasUsageType = ({ keys }: Pick<CostQuery, 'keys'>): boolean =>
  askedKeys(keys).includes('USAGE_TYPE');

/** Maximum number of queues or fleets of which a range of a zone can be asked for at once. */
export function maxResources(span: Span, zone: string): number {
  const { length } = offsetSegments(span, zone).segments;
  return Math.min(MAX_RESOURCES, Math.floor(MAX_AGGREGATIONS / Math.max(1, length)) * MAX_IDS);
}

function deviationNote(deviation: 'quarter hours' | 'too many changes', span: Span, zone: string): string {
  return deviation === 'quarter hours'
    ? `AWS aggregates at offsets of whole and half hours only, so hours and days are those of UTC, not of ${zoneLabel(zone, span.to - 1)}.`
    : `The clocks of ${zone} change too often in this range. All times are in ${formatZoneAt(span.to - 1, zone)}, the offset at its end.`;
}

const chunks = <Item>(items: readonly Item[], size: number): Item[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, i) => items.slice(i * size, (i + 1) * size));
