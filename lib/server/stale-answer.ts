import type { AnswerInfo } from '@/lib/answer/answer';
import { type Problem, ProblemError } from '@/lib/answer/problem';
import { DAY } from '@/lib/time/duration';
import { exactNow } from './clock';

/** Older answers would mislead more than none. */
const MAX_STALE_MS = DAY;

/** Statuses of problems that are AWS's own and pass: throttling, a failed connection or server, calls that are refused meanwhile, no answer in time. */
const ILL_STATUSES = [429, 502, 504];
const CIRCUIT_OPEN = 'CircuitOpen';

/**
 * Why an answer of AWS as of an instant (epoch milliseconds) stands for a newer one that can't be read while AWS fails; undefined if
 * it is too old, and for other problems, which the viewer has to know or solve.
 */
export function staleBecauseOf({ message, ...problem }: Problem, asOf: number): Problem | undefined {
  const { retryable, status, code } = problem;
  const isIllness = retryable && (ILL_STATUSES.includes(status) || code === CIRCUIT_OPEN);
  if (!isIllness || exactNow() - asOf > MAX_STALE_MS) return undefined;
  return { ...problem, message: `${message} Shown is what AWS returned at ${utc(asOf)}.` };
}

/** An earlier answer, marked, in place of one that can't be read while AWS fails; undefined for other errors. */
export function staleInPlaceOf<Value extends object>(
  earlier: Value | undefined,
  error: unknown,
): Value | undefined {
  if (!earlier || !isAnswer(earlier) || !(error instanceof ProblemError)) return undefined;
  const stale = staleBecauseOf(error.problem, earlier.asOf);
  return stale && { ...earlier, stale };
}

/** Whether an answer is an earlier one, which must not be shared as a new one. */
export const isStale = (value: object): boolean => isAnswer(value) && value.stale !== undefined;

const isAnswer = (value: object): value is AnswerInfo => 'asOf' in value && 'warnings' in value;

/** As in `2026-11-24 14:32:10 UTC`. */
const utc = (instant: number) => `${new Date(instant).toISOString().slice(0, 19).replace('T', ' ')} UTC`;
