import { askedCosts } from '@/lib/farm/plan/asked-costs';
import { STATISTICS } from '@/lib/farm/session-statistics';
import { DAY } from '@/lib/time/duration';
import { listQueues } from '../list-queues';
import { aggregationKey } from './aggregations';
import { costArchive } from './archived-rows';
import { costEvents, costPlan } from './cost-events';
import { costProblem } from './cost-problem';

/**
 * Archives the costs of a farm on a UTC day, counted from 1970, as its page shows a day at first: by hour and queue. A day that is archived
 * costs no call. Resolves with a function that moves them to what is
 * recorded, which must be called once they are archived. Rejects with a ProblemError, or with the signal's reason.
 */
export async function recordDay(
  farmId: string,
  day: number,
  signal: AbortSignal,
): Promise<() => Promise<void>> {
  const queues = await listQueues(farmId, signal);
  const span = { from: day * DAY, to: (day + 1) * DAY };
  const asked = askedCosts({ farmId, queues }, span, 'UTC', { groupBy: ['QUEUE_ID'] }, STATISTICS);
  if (!asked) return async () => {};
  const { query } = asked;
  const plan = costPlan(query);
  for await (const event of costEvents({ query, plan, fresh: false }, signal))
    if (event.type === 'failed') throw costProblem(event.failure);
  signal.throwIfAborted();
  return async () => {
    const source = await costArchive();
    for (const { request } of plan.requests) await source?.record(['statistics', aggregationKey(request)]);
  };
}
