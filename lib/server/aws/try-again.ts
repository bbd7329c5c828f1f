import { ProblemError } from '@/lib/answer/problem';
import { mayPass } from './problem';
import { retryDelay, type Timing } from './timing';

/** Each of them is up to three attempts of AWS's client. */
const MAX_TRIES = 3;

/**
 * Statuses of problems that pass by themselves: throttling, and a failed connection or server. A call that reached its time limit
 * isn't among them, because the viewer has already waited as long as the server may take.
 */
const TEMPORARY_STATUSES = [429, 502];

/** Calls again after a temporary problem, later each time or as AWS says. `signal` ends the waiting. */
export async function tryAgain<T>(call: () => Promise<T>, timing: Timing, signal?: AbortSignal): Promise<T> {
  for (let tryCount = 1; ; tryCount++) {
    try {
      return await call();
    } catch (error) {
      if (tryCount === MAX_TRIES || !isTemporary(error)) throw error;
      await timing.wait(retryDelay(tryCount, error.problem.retryAfterSeconds, timing), signal);
    }
  }
}

const isTemporary = (error: unknown): error is ProblemError =>
  error instanceof ProblemError &&
  mayPass(error.problem) &&
  TEMPORARY_STATUSES.includes(error.problem.status);
