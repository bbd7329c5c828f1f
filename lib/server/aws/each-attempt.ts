import { countAttempt, countThrottle } from '../metrics/metrics';
import { currentUpstream } from './care/upstream';
import { failureOf } from './failure';
import { finalError, isWaitedForVisibly, refuseLongWaits } from './long-wait';
import { readError } from './read-error';

/** Inside the retry middleware, which therefore sees the error that is not retried. */
export const EACH_ATTEMPT = { step: 'finalizeRequest', priority: 'low', name: 'eachAttempt' } as const;

/** Middleware around each request of a call: counts it, and refuses long waits and retries for which there is no budget. */
export function eachAttempt<Args, Result>(
  next: (args: Args) => Promise<Result>,
  context: { commandName?: string } = {},
): (args: Args) => Promise<Result> {
  const command = context.commandName?.replace(/Command$/, '') ?? 'unknown';
  const upstream = currentUpstream();
  let failed: { error: unknown } | undefined;
  const counted = async (args: Args): Promise<Result> => {
    if (failed && upstream && !upstream.mayRetry()) throw finalError(failed.error);
    countAttempt(command, failed ? 'retry' : 'first');
    try {
      return await next(args);
    } catch (error) {
      failed = { error };
      if (failureOf(readError(error)) === 'throttled') {
        countThrottle(command);
        // One that is waited for visibly is about the farm, not about the rate of requests.
        if (!isWaitedForVisibly(context)) upstream?.throttled();
      }
      throw error;
    }
  };
  return refuseLongWaits(counted, context);
}
