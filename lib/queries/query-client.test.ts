import { expect, it } from 'vitest';
import { ProblemError } from '@/lib/answer/problem';
import { shortestRetry } from './query-client';

const problem = (retryable: boolean, retryAfterSeconds?: number) =>
  new ProblemError({
    code: 'X',
    message: '',
    status: 500,
    retryable,
    ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
  });

it('retries as soon as one of the failed profiles may succeed', () => {
  expect(shortestRetry([problem(false), problem(true, 30), problem(true, 5)])).toBe(5000);
});

it('does not retry when none can succeed', () => {
  expect(shortestRetry([problem(false), new Error('broken')])).toBe(false);
  expect(shortestRetry([])).toBe(false);
});
