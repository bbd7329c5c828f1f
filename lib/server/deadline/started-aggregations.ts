import { LRUCache } from 'lru-cache';
import type { Answer } from '@/lib/answer/answer';
import type { StartedAggregation } from '@/lib/farm/session-statistics';
import { DAY, HOUR, MINUTE, SECOND } from '@/lib/time/duration';
import { exactNow } from '../clock';
import { processWide } from '../process-wide';
import { SharedCalls } from '../shared-calls';
import { archivedAggregation } from './archived-aggregations';
import { collectPages } from './collected-aggregations';

/** Usage in a range that ended this long ago does not change any more. */
const SETTLED_AFTER_MS = DAY;
/** Minimum age at which a request for fresh figures replaces a completed aggregation. */
const MIN_FRESH_AGE_MS = 5 * SECOND;

type Started = Answer<StartedAggregation>;

/**
 * Aggregations by request, for the whole server: a farm runs one at a time, so equal requests must share one.
 * Results live an hour from Start. A start always finishes: if it were aborted, the aggregation would run at
 * AWS under an id that nobody knows.
 */
const started = SharedCalls.named<Started>('aggregations', {
  ttlMs: (answer) => (isSettled(answer) ? 50 * MINUTE : MINUTE),
  max: 2000,
  alwaysFinish: true,
});

const isSettled = ({ coverage, asOf }: Started) =>
  coverage !== undefined && coverage.to < asOf - SETTLED_AFTER_MS;

type Run = { startedAt: number; hasEnded: boolean };

/** Aggregations by id, for as long as their results live. */
const runs = () =>
  processWide('aggregation runs', () => new LRUCache<string, Run>({ max: 20_000, ttl: HOUR }));

/**
 * Returns the aggregation started earlier for an equal request (up to 50 minutes ago for a settled range, one
 * minute otherwise), or starts one. `fresh` starts a new one unless the earlier one still runs, since the new
 * one would have to wait for it, or started less than five seconds ago.
 */
export async function startOrReuse(
  key: string,
  start: (signal: AbortSignal) => Promise<Started>,
  { fresh, signal }: { fresh: boolean; signal: AbortSignal | undefined },
): Promise<Started> {
  if (fresh) started.forgetOne(key, isOutdated);
  const load = async (callSignal: AbortSignal) => {
    const archived = fresh ? undefined : await archivedAggregation(key);
    if (archived) return archived;
    const answer = await start(callSignal);
    if (isSettled(answer)) collectPages(key, answer);
    runs().set(answer.data.aggregationId, { startedAt: answer.asOf, hasEnded: false });
    return answer;
  };
  return started.get(key, load, signal);
}

const isOutdated = ({ data, asOf }: Started) =>
  exactNow() - asOf >= MIN_FRESH_AGE_MS && (runs().get(data.aggregationId)?.hasEnded ?? true);

/** When an aggregation started, epoch milliseconds; undefined when this server did not start it. */
export const startTimeOf = (aggregationId: string): number | undefined =>
  runs().get(aggregationId)?.startedAt;

/** Records that an aggregation has ended. */
export function markEnded(aggregationId: string): void {
  const run = runs().get(aggregationId);
  if (run) run.hasEnded = true;
}

/** Makes the next equal request start a new aggregation, because this one failed or its results are gone. */
export function forgetAggregation({ farmId, aggregationId }: StartedAggregation): void {
  started.forget(({ data }) => data.farmId === farmId && data.aggregationId === aggregationId);
}
