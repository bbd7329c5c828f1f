import { expect, it } from 'vitest';
import { createQueryClient } from './query-client';
import { staleError, withStaleError } from './stale-error';

const stale = {
  ...{ code: 'CircuitOpen', message: 'It has failed for 40 s.', status: 503 },
  ...{ retryAfterSeconds: 12, retryable: true },
};
const answer = { data: [], asOf: 0, partial: false, warnings: [] };

it('makes the reason of a stale answer the error of its query, always the same one', () => {
  const data = { ...answer, stale };
  const { error } = withStaleError({ data, error: null, isFetching: false });
  expect(error).toMatchObject({ problem: stale });
  expect(withStaleError({ data, error: null }).error).toBe(error);
});

it('leaves other results as they are', () => {
  const newer = { data: answer, error: null };
  expect(withStaleError(newer)).toBe(newer);
  const failed = { data: { ...answer, stale }, error: new Error('newer') };
  expect(withStaleError(failed)).toBe(failed);
  const byName = { stale: { isCovered: true, runCount: 1, warnings: [] } };
  expect(staleError(byName), 'a canary that is called stale').toBeNull();
});

it('reads a stale or incomplete answer again after the seconds that it names', async () => {
  const client = createQueryClient();
  const { refetchInterval } = client.getDefaultOptions().queries ?? {};
  const intervalOf = (data: unknown) => {
    client.setQueryData(['answer'], data);
    const query = client.getQueryCache().find({ queryKey: ['answer'] });
    return typeof refetchInterval === 'function' && query ? refetchInterval(query) : undefined;
  };
  expect(intervalOf({ ...answer, stale })).toBe(12_000);
  expect(intervalOf({ ...answer, incomplete: stale })).toBe(12_000);
  expect(intervalOf({ ...answer, incomplete: { ...stale, retryable: false } })).toBe(false);
  expect(intervalOf(answer)).toBe(false);
});
