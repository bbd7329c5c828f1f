import { readError } from './read-error';

const MAX_WAIT_SECONDS = 2;
/** Its errors name how long somebody else's aggregation may run: that wait is shown to viewers, so the client must not wait. */
const WAITED_FOR_VISIBLY = 'StartSessionsStatisticsAggregationCommand';
const NAME = 'LongWait';

/**
 * Middleware that makes an error final when its Retry-After is too long for a viewer to wait. Otherwise the
 * clients wait it out: Deadline's up to 5 s longer than its own delay, the older ones until an HTTP date, both
 * into the time limit of the call. They don't retry an error with a name that they don't know, unless its `cause` is one
 * that they retry, so the client's error is kept in another member.
 */
export const refuseLongWaits =
  <Args, Result>(next: (args: Args) => Promise<Result>, { commandName }: { commandName?: string } = {}) =>
  (args: Args): Promise<Result> =>
    next(args).catch((error: unknown) => {
      const wait = readError(error).retryAfterSeconds ?? 0;
      throw wait > (commandName === WAITED_FOR_VISIBLY ? 0 : MAX_WAIT_SECONDS)
        ? Object.assign(new Error(NAME), { name: NAME, clientError: error })
        : error;
    });

/** The client's own error; recognized by name, since the bundle that made the client has a copy of this file. */
export const clientError = (error: unknown): unknown =>
  error instanceof Error && error.name === NAME && 'clientError' in error ? error.clientError : error;
