import { QueryClient } from '@tanstack/react-query';
import { ProblemError } from '@/lib/answer/problem';

const FRESH_MS = 30_000;
const RETRY_AFTER_SECONDS = 15;

/**
 * The client's defaults. A failed panel says so at once and asks again by itself, after the time that the
 * problem names or 15 seconds, as long as the same request may succeed.
 */
export const createQueryClient = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        retry: false,
        refetchOnWindowFocus: false,
        refetchInterval: ({ state: { error } }) =>
          error instanceof ProblemError && error.problem.retryable
            ? (error.problem.retryAfterSeconds ?? RETRY_AFTER_SECONDS) * 1000
            : false,
      },
    },
  });
