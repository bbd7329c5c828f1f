import { notifyManager, QueryClient } from '@tanstack/react-query';
import { ProblemError } from '@/lib/answer/problem';

// Panels are told of an answer at once: with the library's timer, all else that waits for the browser's thread goes first.
notifyManager.setScheduler(queueMicrotask);

const FRESH_MS = 30_000;
const RETRY_AFTER_SECONDS = 15;

/**
 * How long a failed panel waits before it asks again by itself: the time that the problem names or 15
 * seconds, in milliseconds; false when the same request can't succeed.
 */
export const retryInterval = (error: Error | null): number | false =>
  error instanceof ProblemError && error.problem.retryable
    ? (error.problem.retryAfterSeconds ?? RETRY_AFTER_SECONDS) * 1000
    : false;

/** The client's defaults: a failure is shown at once and asked again after `retryInterval`. */
export const createQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        retry: false,
        refetchOnWindowFocus: false,
        refetchInterval: ({ state }) => retryInterval(state.error),
      },
    },
  });
