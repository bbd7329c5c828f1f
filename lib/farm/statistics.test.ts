import { expect, test } from 'vitest';
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

test('totals only the statistics that the rows have', () => {
  const rows = [row({ count: 2, costUsd: { sum: 3 } }), row({ count: 1, costUsd: { sum: 4 } })];
  expect(totalsOf(rows)).toEqual({ records: 3, costUsd: { sum: 7 }, runtimeSeconds: {} });
});
