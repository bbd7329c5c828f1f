import { expect, test } from 'vitest';
import { labelOf, namesOf } from './names';
import { mergePages } from './result';
import { orderRows } from './row-order';
import type { SessionStatistics } from './session-statistics';
import { totalsOf } from './statistics';

const row = (more: Partial<SessionStatistics>): SessionStatistics => ({
  count: 1,
  costUsd: {},
  runtimeSeconds: {},
  from: 0,
  to: 1,
  ...more,
});

test('pages become one result that knows whether there are more', () => {
  const [a, b] = [row({ userId: 'a' }), row({ userId: 'b' })];
  expect(mergePages([])).toBeUndefined();
  expect(mergePages([{ status: 'COMPLETED', rows: [a], nextToken: 't' }])).toMatchObject({ more: true });
  expect(
    mergePages([
      { status: 'COMPLETED', rows: [a], nextToken: 't' },
      { status: 'COMPLETED', rows: [b] },
    ]),
  ).toEqual({ status: 'COMPLETED', rows: [a, b], more: false });
});

test('totals have only the statistics that the rows have', () => {
  const rows = [row({ count: 2, costUsd: { sum: 3 } }), row({ count: 1, costUsd: { sum: 4 } })];
  expect(totalsOf(rows)).toEqual({ records: 3, costUsd: { sum: 7 }, runtimeSeconds: {} });
});

test('rows are ordered by what is shown; those without a value come last either way', () => {
  const names = namesOf([{ queueId: 'q1', displayName: 'zebra' }], []);
  const rows = [row({ queueId: 'q1' }), row({ queueId: 'apple', costUsd: { sum: 2 } })];
  const queues = (by: 'QUEUE_ID' | 'costUsd', descending: boolean) =>
    orderRows(rows, { by, descending }, 'SUM', names).map(({ queueId }) => queueId);
  expect(queues('QUEUE_ID', false)).toEqual(['apple', 'q1']);
  expect(queues('QUEUE_ID', true)).toEqual(['q1', 'apple']);
  expect(queues('costUsd', false)).toEqual(['apple', 'q1']);
  expect(queues('costUsd', true)).toEqual(['apple', 'q1']);
});

test('things are called by their names, else by their ids; a user by the telling part of the id', () => {
  const names = namesOf([{ queueId: 'q1', displayName: '<b>lighting</b>' }], []);
  const named = row({
    queueId: 'q1',
    fleetId: 'f1',
    jobId: 'j1',
    jobName: 'shot 010',
    userId: '90670d1a2b-35ddb2c5-a0ac-7381-f4b3-8591a7e4894f',
    usageType: 'PERSISTENT_VOLUME',
  });
  expect(labelOf(named, 'QUEUE_ID', names)).toMatchObject({ id: 'q1', name: '<b>lighting</b>' });
  expect(labelOf(named, 'FLEET_ID', names).name).toBe('f1');
  expect(labelOf(named, 'JOB_ID', names).name).toBe('shot 010');
  expect(labelOf(named, 'USER_ID', names).name).toBe('35ddb2c5…');
  expect(labelOf(named, 'USAGE_TYPE', names).name).toBe('Persistent volume');
  expect(labelOf(named, 'LICENSE_PRODUCT', names).name).toBe('No licence product');
});
