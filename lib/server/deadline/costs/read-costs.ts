import { askedCosts } from '@/lib/farm/plan/asked-costs';
import type { AggregationPlan } from '@/lib/farm/plan/plan-aggregations';
import { STATISTICS } from '@/lib/farm/session-statistics';
import type { Span } from '@/lib/time/range';
import { listQueues } from '../list-queues';
import { costEvents, costPlan } from './cost-events';
import { costProblem } from './cost-problem';

/**
 * Reads the costs of a farm over a span as its page shows them at first, by queue in UTC, and resolves with what was asked; undefined if it
 * has no queue. Rejects with a ProblemError, or with the signal's reason.
 */
export async function readCosts(
  farmId: string,
  span: Span,
  signal: AbortSignal,
): Promise<AggregationPlan | undefined> {
  const queues = await listQueues(farmId, signal);
  const asked = askedCosts({ farmId, queues }, span, 'UTC', { groupBy: ['QUEUE_ID'] }, STATISTICS);
  if (!asked) return undefined;
  const { query } = asked;
  const plan = costPlan(query);
  for await (const event of costEvents({ query, plan, fresh: false }, signal))
    if (event.type === 'failed') throw costProblem(event.failure);
  signal.throwIfAborted();
  return plan;
}
