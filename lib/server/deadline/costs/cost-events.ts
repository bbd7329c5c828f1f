import { badInput, type Problem } from '@/lib/answer/problem';
import {
  type AggregationPlan,
  type CostQuery,
  MAX_AGGREGATIONS,
  planAggregations,
} from '@/lib/farm/plan/plan-aggregations';
import type { CostEvent, CostFailure } from '@/lib/farm/stream/cost-event';
import { MINUTE } from '@/lib/time/duration';
import { asProblemError } from '../../aws/problem';
import { sharedAggregations } from './aggregations';
import { CostAnswer, CostsFailed } from './cost-answer';

/** Maximum time that all aggregations of an answer may take together. */
const MAX_MINUTES = 20;

type CostRequest = {
  query: CostQuery;
  /** From `costPlan`. */
  plan: AggregationPlan;
  /** Whether AWS has to aggregate again what it aggregated before. */
  fresh: boolean;
};

/** Plans the aggregations of a query. Rejects one that needs too many of them. */
export function costPlan(query: CostQuery): AggregationPlan {
  const plan = planAggregations(query);
  const count = plan.requests.length;
  if (count > MAX_AGGREGATIONS)
    throw badInput(
      `This needs ${count} aggregations, and an answer may have ${MAX_AGGREGATIONS}. Choose fewer queues or fleets, or a shorter range.`,
    );
  return plan;
}

/**
 * Answers a query of costs: the plan, progress and rows, then the end or a failure. It ends without either when the signal is
 * aborted.
 */
export async function* costEvents(
  { query, plan, fresh }: CostRequest,
  signal: AbortSignal,
  aggregations = sharedAggregations(),
): AsyncGenerator<CostEvent> {
  const { segments, keys, notes } = plan;
  const late = AbortSignal.timeout(MAX_MINUTES * MINUTE);
  const answer = new CostAnswer(plan, aggregations, fresh, AbortSignal.any([signal, late]));
  try {
    yield { type: 'plan', segments, period: query.period, keys, notes };
    for (let index = 0; index < plan.requests.length && !answer.isFull; index++)
      yield* answer.eventsOf(index);
    yield endOf(plan, answer);
  } catch (error) {
    if (signal.aborted) return;
    yield { type: 'failed', failure: failureOf(error, late) };
  } finally {
    answer.leave();
  }
}

/** A cut answer covers the segments of the range that it has whole: none where there is one segment. */
function endOf({ segments, requests }: AggregationPlan, answer: CostAnswer): CostEvent {
  const { asOf, rowCount, wholeCount } = answer;
  const cut = requests[wholeCount];
  const end = cut ? segments[cut.segment]?.from : segments.at(-1)?.to;
  const from = segments[0]?.from ?? asOf;
  const to = Math.max(from, Math.min(end ?? asOf, asOf));
  const isCut = cut !== undefined;
  return { type: 'end', asOf, coverage: { from, to }, rowCount, isCut };
}

function failureOf(error: unknown, late: AbortSignal): CostFailure {
  if (error instanceof CostsFailed) return error.failure;
  if (late.aborted) return { status: 'PROBLEM', problem: TOO_LATE };
  return { status: 'PROBLEM', problem: asProblemError(error).problem };
}

const TOO_LATE: Problem = {
  code: 'TimeoutError',
  message: `The costs took longer than ${MAX_MINUTES} minutes. Choose a shorter range, fewer queues or fleets, or a longer period.`,
  status: 504,
  retryable: false,
};
