import { expect, test } from 'vitest';
import { namesOf } from './names';
import { rowForTest } from './row-for-test';
import { orderRows } from './row-order';

test('sorts rows by their visible values, those without a value last in both directions', () => {
  const names = namesOf([{ queueId: 'q1', displayName: 'zebra' }], []);
  const rows = [rowForTest({ queueId: 'q1' }), rowForTest({ queueId: 'apple', costUsd: { sum: 2 } })];
  const queues = (by: 'QUEUE_ID' | 'costUsd', descending: boolean) =>
    orderRows(rows, { by, descending }, 'SUM', names).map(({ queueId }) => queueId);
  expect(queues('QUEUE_ID', false)).toEqual(['apple', 'q1']);
  expect(queues('QUEUE_ID', true)).toEqual(['q1', 'apple']);
  expect(queues('costUsd', false)).toEqual(['apple', 'q1']);
  expect(queues('costUsd', true)).toEqual(['apple', 'q1']);
});
