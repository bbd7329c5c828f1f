import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import type { Answer } from '@/lib/answer/answer';
import { ProblemError } from '@/lib/answer/problem';
import type { StatisticsPage } from '@/lib/farm/session-statistics';
import { statisticsOptions } from './farm';

const answer = (data: StatisticsPage): Answer<StatisticsPage> => ({
  data,
  asOf: 0,
  partial: false,
  warnings: [],
});
const throttled = new ProblemError({
  code: 'ThrottlingException',
  message: 'Too often.',
  status: 429,
  retryable: true,
  retryAfterSeconds: 2,
});

/** How long the query waits before it asks for all its pages again, after it read as many as the fetcher gives. */
async function waits(...pages: (StatisticsPage | Error)[]) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const left = [...pages];
  const options = statisticsOptions({ farmId: 'farm', aggregationId: 'aggregation' }, async () => {
    const next = left.shift();
    if (next === undefined || next instanceof Error) throw next;
    return answer(next);
  });
  await client.infiniteQuery({ ...options, pages: pages.length }).catch(() => undefined);
  const query = client.getQueryCache().find<Answer<StatisticsPage>, Error>({ queryKey: options.queryKey });
  const { refetchInterval } = options;
  if (!query || typeof refetchInterval !== 'function') throw new Error('no query or no interval');
  return refetchInterval(query as unknown as Parameters<typeof refetchInterval>[0]);
}

test('the first page is asked again while AWS adds up, and no more once it has', async () => {
  expect(await waits({ status: 'IN_PROGRESS', rows: [] })).toBe(500);
  expect(await waits({ status: 'COMPLETED', rows: [] })).toBe(false);
  expect(await waits({ status: 'FAILED', rows: [] })).toBe(false);
});

test('a first page that did not come is asked again after the time that AWS names', async () => {
  expect(await waits(throttled)).toBe(2000);
});
