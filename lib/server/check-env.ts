import { ProblemError } from '@/lib/answer/problem';
import { readConfig } from './config/read-config';
import { env } from './env';

/** Ends the process with one sentence if an environment variable or the configuration is invalid. */
export function exitOnBadEnv(): void {
  try {
    env();
    readConfig();
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    console.error(error.problem.message);
    process.exit(1);
  }
}
