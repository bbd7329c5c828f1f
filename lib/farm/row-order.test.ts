import { expect, test } from 'vitest';
import { namesOf } from './names';
import { orderRows } from './row-order';
import type { SessionStatistics } from './session-statistics';

const row = (more: Partial<SessionStatistics>): SessionStatistics => ({
  count: 1,
  costUsd: {},
  runtimeSeconds: {},
  from: 0,
  to: 1,
  ...more,
});

test('sorts rows by their visible values, those without a value last in both directions', () => {
  const names = namesOf([{ queueId: 'q1', displayName: 'zebra' }], []);
  const rows = [row({ queueId: 'q1' }), row({ queueId: 'apple', costUsd: { sum: 2 } })];
  const queues = (by: 'QUEUE_ID' | 'costUsd', descending: boolean) =>
    orderRows(rows, { by, descending }, 'SUM', names).map(({ queueId }) => queueId);
  expect(queues('QUEUE_ID', false)).toEqual(['apple', 'q1']);
  expect(queues('QUEUE_ID', true)).toEqual(['q1', 'apple']);
  expect(queues('costUsd', false)).toEqual(['apple', 'q1']);
  expect(queues('costUsd', true)).toEqual(['apple', 'q1']);
});
