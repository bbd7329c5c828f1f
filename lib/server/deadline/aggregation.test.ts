import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import type { StatisticsRequest, StatisticsStartRequest } from '@/lib/farm/session-statistics';
import { SettableClock } from '@/lib/local-aws/clock';
import { type LocalAws, startLocalAws } from '@/lib/local-aws/server';
import { SharedCalls } from '../shared-calls';
import { pointAt, TEST_NOW, temporaryFolder } from '../test-support';
import { getSessionsStatisticsAggregation } from './get-sessions-statistics-aggregation';
import { listFarms } from './list-farms';
import { listQueues } from './list-queues';
import { startSessionsStatisticsAggregation } from './start-sessions-statistics-aggregation';

let aws: LocalAws;
let clock: SettableClock;
let removeFolder: () => Promise<void>;
let question: StatisticsRequest;

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

/** As a viewer who comes too late to share what others have just read. */
function read(aggregationId: string) {
  SharedCalls.named('statistics pages', { ttlMs: 0 }).clear();
  return getSessionsStatisticsAggregation({ farmId: question.farmId, aggregationId });
}

async function ended(aggregationId: string) {
  for (;;) {
    const { data } = await read(aggregationId);
    if (data.status !== 'IN_PROGRESS') return data;
  }
}

function passTime(ms: number) {
  clock.set(clock.now() + ms);
  process.env.TRIPTYCH_NOW = new Date(clock.now()).toISOString();
}

const start = async (change: Partial<StatisticsStartRequest> = {}) =>
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
  aws.world.faults.inject('GetSessionsStatisticsAggregation', fault, 1);
  const answer = await read(first);
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
  await expect(read(first)).rejects.toMatchObject({
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

test('who asks for fresh figures gets a new aggregation, but not one after the other', async () => {
  const first = await start();
  expect(await start({ fresh: true })).toBe(first);
  passTime(6000);
  expect(await start()).toBe(first);
  expect(await start({ fresh: true }), 'it still runs as far as is known').toBe(first);
  await ended(first);
  const second = await start({ fresh: true });
  expect(second).not.toBe(first);
  expect(await start()).toBe(second);
  await ended(second);
});

test('figures are of the time of Start, however late they are read', async () => {
  const { data, asOf } = await startSessionsStatisticsAggregation(question);
  await ended(data.aggregationId);
  passTime(40_000);
  expect((await read(data.aggregationId)).asOf).toBe(asOf);
  expect((await startSessionsStatisticsAggregation(question)).asOf).toBe(asOf);
});

test('viewers who wait for one aggregation read it together', async () => {
  const first = await start();
  await ended(first);
  const gone = { kind: 'text', status: 200, text: '{}', contentType: 'application/json' } as const;
  const pages = await Promise.all([
    read(first),
    getSessionsStatisticsAggregation({ farmId: question.farmId, aggregationId: first }),
  ]);
  aws.world.faults.inject('GetSessionsStatisticsAggregation', gone, 1);
  pages.push(await getSessionsStatisticsAggregation({ farmId: question.farmId, aggregationId: first }));
  expect(new Set(pages).size).toBe(1);
});
