import { expect, it } from 'vitest';
import { HOUR } from '@/lib/time/duration';
import { rowsForTest } from '../rows/rows-for-test';
import { seriesOf } from '../series';
import type { Statistic } from '../session-statistics';
import { barText, categoriesAt } from './bar-text';

const START = Date.parse('2026-11-24T00:00:00Z');
const SPAN = { from: START, to: START + 4 * HOUR };

function series(statistic: Statistic = 'SUM') {
  const row = (userId: string, hour: number, cost: number) => {
    const from = START + hour * HOUR;
    const costUsd = { sum: cost, max: cost };
    return { userId, count: 1, costUsd, runtimeSeconds: { sum: 60 }, from, to: from + HOUR };
  };
  const rows = rowsForTest(['USER_ID'], [row('maria', 0, 2), row('john', 0, 1), row('maria', 2, 4)], SPAN);
  const table = { keys: ['USER_ID' as const], period: 'HOURLY' as const, span: SPAN, rows };
  return seriesOf(table, { measure: 'costUsd', statistic });
}

it('reads a bar with its time and every group, or one group', () => {
  expect(barText(series(), { bucket: 0 })).toBe('24 Nov 2026 00:00 UTC: $3.00. maria $2.00, john $1.00');
  expect(barText(series(), { bucket: 1 })).toBe('24 Nov 2026 01:00 UTC: no sessions');
  expect(barText(series(), { bucket: 0, category: 1 })).toBe('john $1.00, 24 Nov 2026 00:00 UTC');
  expect(barText(series(), { bucket: 2, category: 1 })).toBe('john no sessions, 24 Nov 2026 02:00 UTC');
  expect(categoriesAt(series(), 2)).toEqual([0]);
});

it('sums selected bars, unless the statistic has no sum', () => {
  const all = { bucket: 0, anchor: 2 };
  expect(barText(series(), all)).toBe('3 bars from 24 Nov 2026 00:00 UTC to 24 Nov 2026 02:00 UTC: $7.00');
  expect(barText(series('MAX'), all)).toBe('3 bars from 24 Nov 2026 00:00 UTC to 24 Nov 2026 02:00 UTC');
  expect(barText(series(), { bucket: 1, anchor: 1 })).toBe('24 Nov 2026 01:00 UTC');
});
