import { notifyManager, QueryClient } from '@tanstack/react-query';
import { ProblemError } from '@/lib/answer/problem';

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

/** A query client that shows a failure immediately and retries it after `retryInterval`. */
export const createQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: STALE_MS,
        retry: false,
        refetchOnWindowFocus: false,
        refetchInterval: ({ state }) => retryInterval(state.error),
      },
    },
  });
