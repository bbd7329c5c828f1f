import { ProblemError } from '@/lib/answer/problem';
import { env } from './env';

/** Ends the process with one sentence when a variable of its environment can't be used. */
export function endOnBadEnv(): void {
  try {
    env();
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    console.error(error.problem.message);
    process.exit(1);
  }
}
