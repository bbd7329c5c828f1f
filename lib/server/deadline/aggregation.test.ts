import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { StatisticsRequest, StatisticsStartRequest } from '@/lib/farm/session-statistics';
import { SharedCalls } from '../shared-calls';
import { pointAt, startTestAws, TEST_NOW, type TestAws } from '../test-support';
import { getSessionsStatisticsAggregation } from './get-sessions-statistics-aggregation';
import { listFarms } from './list-farms';
import { listQueues } from './list-queues';
import { startSessionsStatisticsAggregation } from './start-sessions-statistics-aggregation';

let aws: TestAws;
let request: StatisticsRequest;

beforeAll(async () => {
  aws = await startTestAws({ sample: true, aggregationMs: 0 });
  pointAt(aws.url);
  const farmId = (await listFarms(undefined)).data[0]?.farmId ?? '';
  const queues = (await listQueues(farmId)).data.map(({ queueId }) => queueId);
  request = {
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
  aws.clock.set(TEST_NOW);
  pointAt(aws.url);
});

afterEach(() => aws.world.faults.clear());

afterAll(() => aws.close());

/** Reads without the answers that other viewers have just read. */
function read(aggregationId: string) {
  SharedCalls.named('statistics pages', { ttlMs: 0 }).clear();
  return getSessionsStatisticsAggregation({ farmId: request.farmId, aggregationId });
}

async function completed(aggregationId: string) {
  for (;;) {
    const { data } = await read(aggregationId);
    if (data.status !== 'IN_PROGRESS') return data;
  }
}

function passTime(ms: number) {
  aws.clock.set(aws.clock.now() + ms);
  process.env.TRIPTYCH_NOW = new Date(aws.clock.now()).toISOString();
}

const start = async (change: Partial<StatisticsStartRequest> = {}) =>
  (await startSessionsStatisticsAggregation({ ...request, ...change })).data.aggregationId;

test('starts one aggregation for equal requests', async () => {
  const reordered = { queueIds: request.queueIds?.toReversed(), statistics: request.statistics.toReversed() };
  const ids = await Promise.all([start(), start(), start(reordered)]);
  expect(new Set(ids).size).toBe(1);
  expect((await completed(ids[0] ?? '')).rows.length).toBeGreaterThan(0);
  expect(await start()).toBe(ids[0]);
  expect(await start({ period: 'HOURLY' })).not.toBe(ids[0]);
  await completed(await start({ period: 'HOURLY' }));
});

test.each(['FAILED', 'TIMEOUT'])('starts a new aggregation after %s', async (status) => {
  const first = await start();
  await completed(first);
  const text = JSON.stringify({ statistics: [], status, statusMessage: 'too large' });
  const fault = { kind: 'text', status: 200, text, contentType: 'application/json' } as const;
  aws.world.faults.inject('GetSessionsStatisticsAggregation', fault, 1);
  const answer = await read(first);
  expect(answer).toMatchObject({ partial: true, data: { status, statusMessage: 'too large', rows: [] } });
  expect(answer.warnings[0]).toMatch(/Shorten the time range/);
  const second = await start();
  expect(second).not.toBe(first);
  await completed(second);
});

test('starts a new aggregation when AWS has dropped the results', async () => {
  const first = await start();
  await completed(first);
  aws.clock.set(TEST_NOW + 61 * 60_000);
  await expect(read(first)).rejects.toMatchObject({
    problem: { status: 404, message: expect.stringMatching(/keeps them for one hour/) },
  });
  const second = await start();
  expect(second).not.toBe(first);
  await completed(second);
});

test('completes a start whose viewer leaves, so that its id is known', async () => {
  const leaving = new AbortController();
  const left = startSessionsStatisticsAggregation(request, leaving.signal);
  leaving.abort();
  await expect(left).rejects.toThrow();
  expect((await completed(await start())).status).toBe('COMPLETED');
});

test('answers an invalid token with a 400', async () => {
  const id = await start();
  await completed(id);
  await expect(
    getSessionsStatisticsAggregation({ farmId: request.farmId, aggregationId: id, nextToken: 'nonsense' }),
  ).rejects.toMatchObject({ problem: { code: 'ValidationException', status: 400, retryable: false } });
});

test('starts a new aggregation for fresh figures, but not repeatedly', async () => {
  const first = await start();
  expect(await start({ fresh: true })).toBe(first);
  passTime(6000);
  expect(await start()).toBe(first);
  expect(await start({ fresh: true }), 'it may still be running').toBe(first);
  await completed(first);
  const second = await start({ fresh: true });
  expect(second).not.toBe(first);
  expect(await start()).toBe(second);
  await completed(second);
});

test('dates figures at the start of the aggregation, however late they are read', async () => {
  const { data, asOf } = await startSessionsStatisticsAggregation(request);
  await completed(data.aggregationId);
  passTime(40_000);
  expect((await read(data.aggregationId)).asOf).toBe(asOf);
  expect((await startSessionsStatisticsAggregation(request)).asOf).toBe(asOf);
});

test('shares a page between viewers of one aggregation', async () => {
  const first = await start();
  await completed(first);
  const gone = { kind: 'text', status: 200, text: '{}', contentType: 'application/json' } as const;
  const pages = await Promise.all([
    read(first),
    getSessionsStatisticsAggregation({ farmId: request.farmId, aggregationId: first }),
  ]);
  aws.world.faults.inject('GetSessionsStatisticsAggregation', gone, 1);
  pages.push(await getSessionsStatisticsAggregation({ farmId: request.farmId, aggregationId: first }));
  expect(new Set(pages).size).toBe(1);
});
