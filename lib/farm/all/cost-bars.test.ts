import { expect, test } from 'vitest';
import { HOUR } from '@/lib/time/duration';
import { costRowsForTest, usageRow } from '../totals/rows-for-test';
import { barsText } from './bars-text';
import { costBars, sumBars } from './cost-bars';

const from = Date.parse('2026-11-24T00:00:00Z');
const span = { from, to: from + 6 * HOUR };

const bars = (costs: number[], maxBars: number) =>
  costBars(
    {
      keys: ['USER_ID'],
      period: 'HOURLY',
      span,
      rows: costRowsForTest(costs.map((cost, hour) => usageRow('ann', 'COMPUTE', cost, 60, { hour }))),
    },
    maxBars,
  );

test('merges hours until they fit, and keeps their sum', () => {
  const hourly = bars([1, 2, 3, 4], 6);
  expect(hourly.bars.map(({ costUsd }) => costUsd)).toEqual([1, 2, 3, 4, 0, 0]);
  const merged = bars([1, 2, 3, 4], 3);
  expect(merged.bars.map(({ costUsd }) => costUsd)).toEqual([3, 7, 0]);
  expect(barsText(merged, 'UTC')).toBe(
    'cost per 2 hours: first $3.00, 24 Nov 2026 00:00; last $0.00, 24 Nov 2026 04:00; highest $7.00, 24 Nov 2026 02:00. Times: UTC',
  );
});

test('adds up bars at the same times, and none at different ones', () => {
  const sum = sumBars([bars([1, 2], 6), bars([10, 0, 5], 6)]);
  expect(sum?.bars.map(({ costUsd }) => costUsd)).toEqual([11, 2, 5, 0, 0, 0]);
  expect(sumBars([bars([1, 2], 6), bars([1, 2], 3)])).toBeUndefined();
  expect(sumBars([])).toBeUndefined();
});
