import { countAttempt, countThrottle } from '../metrics/metrics';
import { failureOf } from './failure';
import { refuseLongWaits } from './long-wait';
import { readError } from './read-error';

/** Inside the retry middleware, which therefore sees the error that is not retried. */
export const EACH_ATTEMPT = { step: 'finalizeRequest', priority: 'low', name: 'eachAttempt' } as const;

/** Middleware around each request of a call: counts it, and refuses long waits. */
export function eachAttempt<Args, Result>(
  next: (args: Args) => Promise<Result>,
  context: { commandName?: string } = {},
): (args: Args) => Promise<Result> {
  const command = context.commandName?.replace(/Command$/, '') ?? 'unknown';
  let isRetry = false;
  const counted = async (args: Args): Promise<Result> => {
    countAttempt(command, isRetry ? 'retry' : 'first');
    isRetry = true;
    try {
      return await next(args);
    } catch (error) {
      if (failureOf(readError(error)) === 'throttled') countThrottle(command);
      throw error;
    }
  };
  return refuseLongWaits(counted, context);
}
