import { ProblemError } from '@/lib/answer/problem';
import { env } from './env';

/** Ends the process with one sentence if an environment variable is invalid. */
export function exitOnBadEnv(): void {
  try {
    env();
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    console.error(error.problem.message);
    process.exit(1);
  }
}
