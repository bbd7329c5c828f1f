import { expect, test } from 'vitest';
import { rowForTest } from './row-for-test';
import { totalsOf } from './statistics';

test('totals only the statistics that the rows have', () => {
  const rows = [rowForTest({ count: 2, costUsd: { sum: 3 } }), rowForTest({ count: 1, costUsd: { sum: 4 } })];
  expect(totalsOf(rows)).toEqual({ records: 3, costUsd: { sum: 7 }, runtimeSeconds: {} });
});
