import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { env } from '../env';
import { currentRequest } from '../log/current-request';
import { processWide } from '../process-wide';
import { tooManyRequests } from './access-problems';

const WINDOW_SECONDS = 60;

const limiter = (points: number) =>
  processWide(
    `requests of each person ${points}`,
    () => new RateLimiterMemory({ points, duration: WINDOW_SECONDS }),
  );

/**
 * Counts the request that is answered against the limit of the person with an id, once: a page and its frame both ask. Rejects with a
 * ProblemError (429) above TRIPTYCH_REQUESTS_PER_MINUTE. Without sign-in there is one person, on the same machine, and no limit.
 */
export async function limitRequests(id: string | undefined): Promise<void> {
  if (id === undefined) return;
  const request = currentRequest();
  if (!request) return count(id);
  request.counted ??= count(id);
  return request.counted;
}

async function count(id: string): Promise<void> {
  try {
    await limiter(env().TRIPTYCH_REQUESTS_PER_MINUTE).consume(id);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    throw tooManyRequests(Math.max(1, Math.ceil(error.msBeforeNext / 1000)));
  }
}
