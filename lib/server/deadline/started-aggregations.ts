import type { Answer } from '@/lib/answer/answer';
import type { StartedAggregation } from '@/lib/farm/session-statistics';
import { MINUTE } from '@/lib/time/duration';
import { SharedCalls } from '../shared-calls';

/**
 * Aggregations by what was asked, for the whole server: a farm runs one at a time, so the same question must
 * not start a second. Results live an hour from Start. A start goes on when its viewer leaves: cut off, it
 * would run at AWS with nobody knowing its id.
 */
const started = SharedCalls.named<Answer<StartedAggregation>>('aggregations', {
  ttlMs: 50 * MINUTE,
  max: 2000,
  finishAlways: true,
});

export const startOnce: typeof started.get = (key, load, signal) => started.get(key, load, signal);

/** The next one who asks the same starts anew: these results failed or are gone. */
export function forgetAggregation({ farmId, aggregationId }: StartedAggregation): void {
  started.forget(({ data }) => data.farmId === farmId && data.aggregationId === aggregationId);
}
