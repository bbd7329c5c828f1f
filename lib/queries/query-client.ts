import { notifyManager, QueryClient } from '@tanstack/react-query';
import { ProblemError } from '@/lib/answer/problem';
import { documentKept } from './kept';
import { incompleteError, staleError } from './stale-error';

// Notifies panels in a microtask: the library's default timer would let all other queued tasks run first.
notifyManager.setScheduler(queueMicrotask);

/** An answer that is younger is not read again when a panel appears. */
export const STALE_MS = 30_000;
const RETRY_AFTER_SECONDS = 15;

/**
 * Milliseconds until a failed panel retries automatically: as long as the problem names, 15 seconds otherwise;
 * false when the same request can't succeed.
 */
export const retryInterval = (error: Error | null): number | false =>
  error instanceof ProblemError && error.problem.retryable
    ? (error.problem.retryAfterSeconds ?? RETRY_AFTER_SECONDS) * 1000
    : false;

/** The shortest interval after which one of the failures may succeed; false when none can. */
export function shortestRetry(errors: readonly Error[]): number | false {
  const intervals = errors.map(retryInterval).filter((interval) => interval !== false);
  return intervals.length > 0 ? Math.min(...intervals) : false;
}

/** What is wrong with the newest state of a query. A shared link doesn't change, be it that it keeps a stale answer. */
const errorOf = ({ error, data }: { error: Error | null; data: unknown }) =>
  error ?? (documentKept() === null ? (staleError(data) ?? incompleteError(data)) : null);

/**
 * A query client that shows a failure immediately and retries it after `retryInterval`, as it does an answer that is stale or
 * incomplete.
 */
export const createQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: STALE_MS,
        retry: false,
        refetchOnWindowFocus: false,
        refetchInterval: ({ state }) => retryInterval(errorOf(state)),
      },
    },
  });
