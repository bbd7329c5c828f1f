import { LRUCache } from 'lru-cache';
import type { Answer } from '@/lib/answer/answer';
import type { StartedAggregation } from '@/lib/farm/session-statistics';
import { DAY, HOUR, MINUTE, SECOND } from '@/lib/time/duration';
import { exactNow } from '../clock';
import { processWide } from '../process-wide';
import { SharedCalls } from '../shared-calls';

/** Usage of a range that ended so long ago does not change any more. */
const SETTLED_AFTER_MS = DAY;
/** Who asks expressly for newer figures gets none newer than this. */
const SOONEST_ANEW_MS = 5 * SECOND;

type Started = Answer<StartedAggregation>;

/**
 * Aggregations by what was asked, for the whole server: a farm runs one at a time, so the same question must
 * not start a second. Results live an hour from Start. A start goes on when its viewer leaves: cut off, it
 * would run at AWS with nobody knowing its id.
 */
const started = SharedCalls.named<Started>('aggregations', {
  ttlMs: (answer) => (isSettled(answer) ? 50 * MINUTE : MINUTE),
  max: 2000,
  finishAlways: true,
});

const isSettled = ({ coverage, asOf }: Started) =>
  coverage !== undefined && coverage.to < asOf - SETTLED_AFTER_MS;

type Known = { startedAt: number; ended: boolean };

/** What is known of each aggregation by its id, as long as its results live. */
const known = () =>
  processWide('aggregations known', () => new LRUCache<string, Known>({ max: 20_000, ttl: HOUR }));

/**
 * The aggregation that was started for a question: up to 50 minutes ago when its range is settled, else up to
 * a minute ago. With `fresh` one that still runs, which a new one would have to wait for, or up to five
 * seconds ago.
 */
export async function startOnce(
  question: string,
  start: (ended: AbortSignal) => Promise<Started>,
  { fresh, signal }: { fresh: boolean; signal: AbortSignal | undefined },
): Promise<Started> {
  if (fresh) started.forgetOne(question, isOutdated);
  const load = async (ended: AbortSignal) => {
    const answer = await start(ended);
    known().set(answer.data.aggregationId, { startedAt: answer.asOf, ended: false });
    return answer;
  };
  return started.get(question, load, signal);
}

const isOutdated = ({ data, asOf }: Started) =>
  exactNow() - asOf >= SOONEST_ANEW_MS && (known().get(data.aggregationId)?.ended ?? true);

/** When an aggregation was started, epoch milliseconds: its figures are of then. Undefined when not by us. */
export const startTimeOf = (aggregationId: string): number | undefined =>
  known().get(aggregationId)?.startedAt;

/** The aggregation does not run any more. */
export function markEnded(aggregationId: string): void {
  const aggregation = known().get(aggregationId);
  if (aggregation) aggregation.ended = true;
}

/** The next one who asks the same starts anew: these results failed or are gone. */
export function forgetAggregation({ farmId, aggregationId }: StartedAggregation): void {
  started.forget(({ data }) => data.farmId === farmId && data.aggregationId === aggregationId);
}
