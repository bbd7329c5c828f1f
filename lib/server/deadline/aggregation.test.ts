import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { StatisticsAsk } from '@/lib/farm/session-statistics';
import { SettableClock } from '@/lib/local-aws/clock';
import { type LocalAws, startLocalAws } from '@/lib/local-aws/server';
import { pointAt, TEST_NOW, temporaryFolder } from '../test-support';
import { getSessionsStatisticsAggregation } from './get-sessions-statistics-aggregation';
import { listFarms } from './list-farms';
import { listQueues } from './list-queues';
import { startSessionsStatisticsAggregation } from './start-sessions-statistics-aggregation';

let aws: LocalAws;
let clock: SettableClock;
let removeFolder: () => Promise<void>;
let question: StatisticsAsk;

beforeAll(async () => {
  const { folder, remove } = await temporaryFolder();
  removeFolder = remove;
  clock = new SettableClock(TEST_NOW);
  aws = await startLocalAws({ port: 0, admin: false, folder, clock, sample: true, aggregationMs: 0 });
  pointAt(aws.url);
  const farmId = (await listFarms(undefined)).data[0]?.farmId ?? '';
  const queues = (await listQueues(farmId)).data.map(({ queueId }) => queueId);
  question = {
    farmId,
    startTime: TEST_NOW - 86_400_000,
    endTime: TEST_NOW,
    timezone: 'UTC+00:00',
    period: 'DAILY',
    queueIds: queues.slice(0, 2),
    groupBy: ['QUEUE_ID'],
    statistics: ['SUM', 'AVG'],
  };
});

beforeEach(() => {
  clock.set(TEST_NOW);
  pointAt(aws.url);
});

afterEach(() => aws.world.faults.clear());

afterAll(async () => {
  await aws.close();
  await removeFolder();
});

async function ended(aggregationId: string) {
  for (;;) {
    const { data } = await getSessionsStatisticsAggregation({ farmId: question.farmId, aggregationId });
    if (data.status !== 'IN_PROGRESS') return data;
  }
}

const start = async (change: Partial<StatisticsAsk> = {}) =>
  (await startSessionsStatisticsAggregation({ ...question, ...change })).data.aggregationId;

test('many viewers with one question start one aggregation', async () => {
  const turned = { queueIds: question.queueIds?.toReversed(), statistics: question.statistics.toReversed() };
  const ids = await Promise.all([start(), start(), start(turned)]);
  expect(new Set(ids).size).toBe(1);
  expect((await ended(ids[0] ?? '')).rows.length).toBeGreaterThan(0);
  expect(await start()).toBe(ids[0]);
  expect(await start({ period: 'HOURLY' })).not.toBe(ids[0]);
  await ended(await start({ period: 'HOURLY' }));
});

test.each(['FAILED', 'TIMEOUT'])('after %s the same question starts anew', async (status) => {
  const first = await start();
  await ended(first);
  const text = JSON.stringify({ statistics: [], status, statusMessage: 'too large' });
  const fault = { kind: 'text', status: 200, text, contentType: 'application/json' } as const;
  aws.world.faults.order('GetSessionsStatisticsAggregation', fault, 1);
  const answer = await getSessionsStatisticsAggregation({ farmId: question.farmId, aggregationId: first });
  expect(answer).toMatchObject({ partial: true, data: { status, statusMessage: 'too large', rows: [] } });
  expect(answer.warnings[0]).toMatch(/Shorten the time range/);
  const second = await start();
  expect(second).not.toBe(first);
  await ended(second);
});

test('results that AWS has forgotten are asked for anew', async () => {
  const first = await start();
  await ended(first);
  clock.set(TEST_NOW + 61 * 60_000);
  await expect(
    getSessionsStatisticsAggregation({ farmId: question.farmId, aggregationId: first }),
  ).rejects.toMatchObject({
    problem: { status: 404, message: expect.stringMatching(/keeps them for one hour/) },
  });
  const second = await start();
  expect(second).not.toBe(first);
  await ended(second);
});

test('a start goes on when its viewer leaves, so that its id is known', async () => {
  const leaving = new AbortController();
  const left = startSessionsStatisticsAggregation(question, leaving.signal);
  leaving.abort();
  await expect(left).rejects.toThrow();
  expect((await ended(await start())).status).toBe('COMPLETED');
});

test('a token of another aggregation is a 400 in words', async () => {
  const id = await start();
  await ended(id);
  await expect(
    getSessionsStatisticsAggregation({ farmId: question.farmId, aggregationId: id, nextToken: 'nonsense' }),
  ).rejects.toMatchObject({ problem: { code: 'ValidationException', status: 400, retryable: false } });
});
