import { expect, test } from 'vitest';
import { namesOf } from './names';
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
