import { ProblemError } from '@/lib/answer/problem';
import { refuseOpenAddress } from './access/sign-in-settings';
import { alertSettings } from './alert-settings';
import { readConfig } from './config/read-config';
import { env } from './env';

/** Ends the process with one sentence if the environment or the configuration is invalid, or would let everybody in. */
export function exitOnBadEnv(): void {
  try {
    env();
    readConfig();
    alertSettings();
    refuseOpenAddress(env().HOSTNAME);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    console.error(error.problem.message);
    process.exit(1);
  }
}
