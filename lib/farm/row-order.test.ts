import { expect, test } from 'vitest';
import { namesOf } from './names';
import { rowForTest } from './row-for-test';
import { type Column, orderRows } from './row-order';
import { rowsForTest } from './rows/rows-for-test';

const names = namesOf([{ queueId: 'q1', displayName: 'zebra' }], []);
const rows = rowsForTest(
  ['QUEUE_ID'],
  [
    rowForTest({ queueId: 'q1' }),
    rowForTest({ queueId: 'apple', costUsd: { sum: 2 } }),
    rowForTest({ queueId: 'shot 10', count: 3, costUsd: { sum: 5 } }),
    rowForTest({ queueId: 'shot 9', count: 2, costUsd: { sum: 2 } }),
  ],
);
const queues = (by: Column, descending: boolean) =>
  Array.from(orderRows(rows, { by, descending }, 'SUM', names), (row) => rows.at(row).queueId);

test('sorts rows by their visible names, numbers in them by value', () => {
  expect(queues('QUEUE_ID', false)).toEqual(['apple', 'shot 9', 'shot 10', 'q1']);
  expect(queues('QUEUE_ID', true)).toEqual(['q1', 'shot 10', 'shot 9', 'apple']);
});

test('sorts rows by amounts, stably, those without one last in both directions', () => {
  expect(queues('costUsd', false)).toEqual(['apple', 'shot 9', 'shot 10', 'q1']);
  expect(queues('costUsd', true)).toEqual(['shot 10', 'apple', 'shot 9', 'q1']);
  expect(queues('count', true)).toEqual(['shot 10', 'shot 9', 'q1', 'apple']);
});
