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
const request: StatisticsRequest = {
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
  message: 'Too many requests.',
  status: 429,
  retryable: true,
  retryAfterSeconds: 2,
});

/** The milliseconds after which the query refetches, once it has read these pages; false for never. */
async function refetchDelay(...pages: (StatisticsPage | Error)[]) {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  const remaining = [...pages];
  const options = statisticsOptions({ farmId: 'farm', aggregationId: 'aggregation' }, async () => {
    const next = remaining.shift();
    if (next === undefined || next instanceof Error) throw next;
    return answer(next);
  });
  await client.infiniteQuery({ ...options, pages: pages.length }).catch(() => undefined);
  const query = client.getQueryCache().find<Answer<StatisticsPage>, Error>({ queryKey: options.queryKey });
  const { refetchInterval } = options;
  if (!query || typeof refetchInterval !== 'function') throw new Error('no query or no interval');
  return refetchInterval(query as unknown as Parameters<typeof refetchInterval>[0]);
}

test('polls the first page until AWS has added up', async () => {
  expect(await refetchDelay({ status: 'IN_PROGRESS', rows: [] })).toBe(500);
  expect(await refetchDelay({ status: 'COMPLETED', rows: [] })).toBe(false);
  expect(await refetchDelay({ status: 'FAILED', rows: [] })).toBe(false);
});

test('polls at growing intervals of at most 5 seconds', async () => {
  const { refetchInterval } = statisticsOptions({ farmId: 'farm', aggregationId: 'aggregation' });
  if (typeof refetchInterval !== 'function') throw new Error('no interval');
  const after = (dataUpdateCount: number) =>
    refetchInterval({
      state: { dataUpdateCount, data: { pages: [answer({ status: 'IN_PROGRESS', rows: [] })] } },
    } as unknown as Parameters<typeof refetchInterval>[0]);
  expect([1, 2, 3, 50].map(after)).toEqual([500, 750, 1125, 5000]);
});

test('requests fresh figures only after an invalidation', async () => {
  const client = new QueryClient();
  const requested: (boolean | undefined)[] = [];
  const options = aggregationOptions(request, async ({ farmId, fresh }) => {
    requested.push(fresh);
    return { data: { farmId, aggregationId: 'aggregation' }, asOf: 0, partial: false, warnings: [] };
  });
  const observer = new QueryObserver(client, options);
  const unsubscribe = observer.subscribe(() => undefined);
  await observer.refetch();
  await client.refetchQueries(options);
  await client.invalidateQueries(options);
  await client.refetchQueries(options);
  unsubscribe();
  expect(requested).toEqual([undefined, undefined, true, undefined]);
});

test('retries a failed first page after the time that AWS names', async () => {
  expect(await refetchDelay(throttled)).toBe(2000);
});
