import { expect, test } from 'vitest';
import { rowForTest } from '../row-for-test';
import { rowsForTest } from './rows-for-test';
import { totalsOf } from './totals';

test('totals only the statistics that the rows have', () => {
  const rows = rowsForTest(
    ['USER_ID'],
    [
      rowForTest({ userId: 'ann', count: 2, costUsd: { sum: 3 } }),
      rowForTest({ userId: 'bo', count: 1, costUsd: { sum: 4 } }),
    ],
  );
  expect(totalsOf(rows)).toEqual({ records: 3, costUsd: { sum: 7 }, runtimeSeconds: {} });
});

test('weighs averages by records, and compares minima and maxima', () => {
  const rows = rowsForTest(
    ['USER_ID'],
    [
      rowForTest({ userId: 'ann', count: 1, costUsd: { min: 2, max: 2, avg: 2 } }),
      rowForTest({ userId: 'bo', count: 3, costUsd: { min: 1, max: 9, avg: 6 } }),
    ],
  );
  expect(totalsOf(rows).costUsd).toEqual({ min: 1, max: 9, avg: 5 });
});
