import { beforeEach, expect, it, onTestFinished, vi } from 'vitest';
import { type Problem, ProblemError } from '@/lib/answer/problem';
import type { CostQuery } from '@/lib/farm/plan/plan-aggregations';
import type { StatisticsPage } from '@/lib/farm/session-statistics';
import { HOUR, MINUTE, SECOND } from '@/lib/time/duration';
import { CountedWaits, NoWaiting } from '../../aws/timing-for-test';
import { Aggregations } from './aggregations';
import { MAX_ROWS } from './collected-rows';
import { ask } from './farm-for-test';

const aws = vi.hoisted(() => ({
  startCount: 0,
  pageCount: 0,
  page: (_: number): object | Promise<object> => ({}),
}));

// Few rows, because reading 200,000 takes seconds.
vi.mock('./collected-rows', async (original) => ({
  ...(await original<typeof import('./collected-rows')>()),
  MAX_ROWS: 400,
}));
vi.mock('../start-sessions-statistics-aggregation', () => ({
  startSessionsStatisticsAggregation: async () => `aggregation-${++aws.startCount}`,
}));
vi.mock('../get-sessions-statistics-aggregation', () => ({
  getSessionsStatisticsAggregation: async () => ({
    ...{ status: 'COMPLETED', rows: [], nextToken: undefined },
    ...(await aws.page(++aws.pageCount)),
  }),
}));

const query: CostQuery = {
  ...{ farmId: 'farm', from: 0, to: HOUR, zone: 'UTC', period: 'HOURLY' },
  ...{ keys: ['USER_ID', 'QUEUE_ID'], statistics: ['SUM'], resources: { kind: 'queue', ids: ['queue'] } },
};

const rows = (count: number): StatisticsPage['rows'] =>
  Array.from({ length: count }, (_, n) => ({
    ...{ queueId: `queue-${n % 10}`, count: 1, from: 0, to: HOUR },
    ...{ costUsd: { sum: 1 }, runtimeSeconds: { sum: 1 } },
  }));

beforeEach(() => {
  aws.startCount = 0;
  aws.pageCount = 0;
});

const askOnce = (change: Partial<CostQuery> = {}) =>
  ask({ ...query, ...change }, { aggregations: new Aggregations(new NoWaiting()) });

it('reads no more rows of an aggregation than an answer may have, and says how many it read', async () => {
  aws.page = (page) => ({ rows: rows(MAX_ROWS / 4), nextToken: `page ${page + 1}` });
  const { costs } = await askOnce();
  expect(aws.pageCount).toBe(4);
  expect(costs).toMatchObject({ isCut: true, rowCount: MAX_ROWS, coverage: { from: 0, to: 0 } });
  expect(costs?.rows.length, 'rows that differ').toBe(10);
});

it('is whole with exactly as many rows as an answer may have', async () => {
  aws.page = () => ({ rows: rows(MAX_ROWS) });
  expect((await askOnce()).costs).toMatchObject({ isCut: false, rowCount: MAX_ROWS });
});

it('is cut when a later aggregation is not read', async () => {
  aws.page = () => ({ rows: rows(MAX_ROWS) });
  const ids = Array.from({ length: 11 }, (_, n) => `queue-${n}`);
  const { costs } = await askOnce({ resources: { kind: 'queue', ids } });
  expect(costs).toMatchObject({ isCut: true, rowCount: MAX_ROWS, coverage: { from: 0, to: 0 } });
});

it('covers the range until the clock change after which rows are missing', async () => {
  aws.page = () => ({ rows: rows(MAX_ROWS) });
  const change = Date.parse('2026-10-25T01:00:00Z');
  const span = { from: change - HOUR, to: change + HOUR };
  const { costs } = await askOnce({ ...span, zone: 'Europe/Berlin' });
  expect(costs).toMatchObject({ isCut: true, coverage: { from: span.from, to: change } });
});

it('ends the reading of pages without rows', async () => {
  aws.page = (page) => ({ nextToken: `page ${page + 1}` });
  expect((await askOnce()).costs).toMatchObject({ isCut: true, rowCount: 0 });
  expect(aws.pageCount).toBeLessThanOrEqual(4000);
});

it('refuses a page with its own token as that of the next page', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  aws.page = () => ({ rows: rows(1), nextToken: 'again' });
  const { failure } = await askOnce();
  expect(failure).toMatchObject({ status: 'PROBLEM', problem: { code: 'BadAnswer' } });
  expect(aws.pageCount).toBe(2);
});

it('repeats its progress every 15 seconds, so that no proxy ends the answer', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  onTestFinished(() => void vi.useRealTimers());
  let complete = (_: object) => {};
  aws.page = () =>
    new Promise((resolve) => {
      complete = resolve;
    });
  const asking = askOnce();
  await vi.waitUntil(() => aws.pageCount === 1, 10_000);
  await vi.advanceTimersByTimeAsync(46 * SECOND);
  complete({ rows: rows(1) });
  const { costs, progress } = await asking;
  expect(costs?.rowCount).toBe(1);
  expect(progress.filter(({ phase }) => phase === 'aggregating')).toHaveLength(4);
});

it('gives up an aggregation that AWS never ends, so that the next one of the farm has its turn', async () => {
  aws.page = () => ({ status: aws.startCount === 1 ? 'IN_PROGRESS' : 'COMPLETED', rows: [] });
  const timing = new CountedWaits();
  const aggregations = new Aggregations(timing);
  const { failure } = await ask(query, { aggregations });
  expect(failure).toMatchObject({
    problem: {
      status: 504,
      message: expect.stringMatching(/^AWS has not ended an aggregation in 15 minutes\./),
    },
  });
  expect(timing.now()).toBeGreaterThanOrEqual(15 * MINUTE);
  expect(timing.now()).toBeLessThan(16 * MINUTE);
  expect((await ask(query, { aggregations })).costs).toMatchObject({ rowCount: 0 });
  expect(aws.startCount).toBe(2);
});

it('counts the time of slow and repeated calls before it gives up', async () => {
  const timing = new CountedWaits();
  aws.page = (page) => {
    timing.workedMs += 10 * SECOND;
    if (page % 2 === 1) throw new ProblemError(THROTTLED);
    return { status: 'IN_PROGRESS' };
  };
  const { failure } = await ask(query, { aggregations: new Aggregations(timing) });
  expect(failure).toMatchObject({ problem: { status: 504 } });
  expect(timing.now()).toBeGreaterThanOrEqual(15 * MINUTE);
  expect(timing.now()).toBeLessThan(17 * MINUTE);
});

const THROTTLED: Problem = {
  ...{ code: 'ThrottlingException', message: 'Rate exceeded', status: 429 },
  ...{ retryable: true, retryAfterSeconds: 30 },
};
