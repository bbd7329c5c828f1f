import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import type { Answer } from '@/lib/answer/answer';
import { ProblemError } from '@/lib/answer/problem';
import type { StatisticsPage, StatisticsRequest } from '@/lib/farm/session-statistics';
import { aggregationOptions, statisticsOptions } from './farm';

const answer = (data: StatisticsPage): Answer<StatisticsPage> => ({
  data,
  asOf: 0,
  partial: false,
  warnings: [],
});
const question: StatisticsRequest = {
  farmId: 'farm',
  startTime: 0,
  endTime: 1,
  timezone: 'UTC+00:00',
  period: 'HOURLY',
  queueIds: ['queue'],
  groupBy: ['QUEUE_ID'],
  statistics: ['SUM'],
};
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

test('it is asked less and less often, at least every 5 seconds', async () => {
  const { refetchInterval } = statisticsOptions({ farmId: 'farm', aggregationId: 'aggregation' });
  if (typeof refetchInterval !== 'function') throw new Error('no interval');
  const after = (dataUpdateCount: number) =>
    refetchInterval({
      state: { dataUpdateCount, data: { pages: [answer({ status: 'IN_PROGRESS', rows: [] })] } },
    } as unknown as Parameters<typeof refetchInterval>[0]);
  expect([1, 2, 3, 50].map(after)).toEqual([500, 750, 1125, 5000]);
});

test('only what the viewer no longer takes is asked for fresh', async () => {
  const client = new QueryClient();
  const asks: (boolean | undefined)[] = [];
  const options = aggregationOptions(question, async ({ farmId, fresh }) => {
    asks.push(fresh);
    return { data: { farmId, aggregationId: 'aggregation' }, asOf: 0, partial: false, warnings: [] };
  });
  const observer = new QueryObserver(client, options);
  const leave = observer.subscribe(() => undefined);
  await observer.refetch();
  await client.refetchQueries(options);
  await client.invalidateQueries(options);
  await client.refetchQueries(options);
  leave();
  expect(asks).toEqual([undefined, undefined, true, undefined]);
});

test('a first page that did not come is asked again after the time that AWS names', async () => {
  expect(await waits(throttled)).toBe(2000);
});
