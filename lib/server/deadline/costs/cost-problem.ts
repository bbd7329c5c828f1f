import { ProblemError } from '@/lib/answer/problem';
import type { CostFailure } from '@/lib/farm/stream/cost-event';

/** Why an answer of costs failed, for who doesn't show the statuses of aggregations. */
export function costProblem(failure: CostFailure): ProblemError {
  if (failure.status === 'PROBLEM') return new ProblemError(failure.problem);
  return new ProblemError({
    code: 'AggregationEnded',
    message: `AWS could not add up the costs. ${failure.statusMessage ?? ''}`.trim(),
    status: 502,
    retryable: true,
  });
}
