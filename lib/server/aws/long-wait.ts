import { readError } from './read-error';

const MAX_WAIT_SECONDS = 2;
/** Its errors name how long somebody else's aggregation may run: that wait is shown to viewers, so the client must not wait. */
const WAITED_FOR_VISIBLY = 'StartSessionsStatisticsAggregationCommand';
const NAME = 'NotRetried';

type Context = { commandName?: string };

/** Whether viewers see that a command is refused for now, and how long. */
export const isWaitedForVisibly = ({ commandName }: Context): boolean => commandName === WAITED_FOR_VISIBLY;

/**
 * Middleware that makes an error final when its Retry-After is too long for a viewer to wait. Otherwise the
 * clients wait it out: Deadline's up to 5 s longer than its own delay, the older ones until an HTTP date, both
 * into the time limit of the call.
 */
export const refuseLongWaits =
  <Args, Result>(next: (args: Args) => Promise<Result>, context: Context = {}) =>
  (args: Args): Promise<Result> =>
    next(args).catch((error: unknown) => {
      const wait = readError(error).retryAfterSeconds ?? 0;
      throw wait > (isWaitedForVisibly(context) ? 0 : MAX_WAIT_SECONDS) ? finalError(error) : error;
    });

/**
 * An error that a client doesn't retry: it has a name that the client doesn't know. The client's own error is in another member than
 * `cause`, where the client would find it.
 */
export const finalError = (error: unknown): Error =>
  clientError(error) === error
    ? Object.assign(new Error(NAME), { name: NAME, clientError: error })
    : (error as Error);

/** The client's own error; recognized by name, since the bundle that made the client has a copy of this file. */
export const clientError = (error: unknown): unknown =>
  error instanceof Error && error.name === NAME && 'clientError' in error ? error.clientError : error;
