import type { AnswerInfo } from '@/lib/answer/answer';
import { ProblemError } from '@/lib/answer/problem';

const errors = new WeakMap<object, ProblemError>();

/** Why an answer is stale, as an error that is the same each time; null if it is not. */
export const staleError = (answer: unknown): ProblemError | null => errorIn(answer, 'stale');

/** Why an answer lacks something that a later one may have; null if it doesn't. */
export const incompleteError = (answer: unknown): ProblemError | null => errorIn(answer, 'incomplete');

function errorIn(answer: unknown, member: 'stale' | 'incomplete'): ProblemError | null {
  if (typeof answer !== 'object' || answer === null) return null;
  const problem = (answer as Partial<AnswerInfo>)[member];
  // What is kept by names may have one that is called so.
  if (typeof problem?.message !== 'string') return null;
  const error = errors.get(problem) ?? new ProblemError(problem);
  errors.set(problem, error);
  return error;
}

/** The result of a query, whose error is why its answer is stale, as if the browser had failed to read it again. */
export function withStaleError<Result extends { data: unknown; error: unknown }>(result: Result): Result {
  const stale = staleError(result.data);
  return stale && !result.error ? { ...result, error: stale } : result;
}
