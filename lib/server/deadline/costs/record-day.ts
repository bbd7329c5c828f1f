import { ProblemError } from '@/lib/answer/problem';
import { askedCosts } from '@/lib/farm/plan/asked-costs';
import type { CostFailure } from '@/lib/farm/stream/cost-event';
import { DAY } from '@/lib/time/duration';
import { listQueues } from '../list-queues';
import { costEvents, costPlan } from './cost-events';

/**
 * Archives the costs of a farm on a UTC day, counted from 1970, as its page shows a day at first: by hour and queue. A day that is archived
 * costs no call. Rejects with a ProblemError, or with the signal's reason.
 */
export async function recordDay(farmId: string, day: number, signal: AbortSignal): Promise<void> {
  const queues = await listQueues(farmId, signal);
  const span = { from: day * DAY, to: (day + 1) * DAY };
  const asked = askedCosts({ farmId, queues }, span, 'UTC', { groupBy: ['QUEUE_ID'] }, ['SUM']);
  if (!asked) return;
  const { query } = asked;
  for await (const event of costEvents({ query, plan: costPlan(query), fresh: false }, signal))
    if (event.type === 'failed') throw new ProblemError(problemOf(event.failure));
  signal.throwIfAborted();
}

const problemOf = (failure: CostFailure) =>
  failure.status === 'PROBLEM'
    ? failure.problem
    : {
        code: failure.status,
        message: failure.statusMessage ?? 'AWS ended the aggregation without a result.',
        status: 502,
        retryable: true,
      };
