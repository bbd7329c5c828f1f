import { expect, test } from 'vitest';
import { seriesOf } from '../series';
import { costRowsForTest, usageRow } from '../totals/rows-for-test';
import { chartCsv } from './chart-csv';

const span = { from: Date.parse('2026-11-24T00:00:00Z'), to: Date.parse('2026-11-24T02:30:00Z') };
const rows = costRowsForTest([
  usageRow('ann', 'COMPUTE', 0.1, 3600),
  usageRow('ann', 'COMPUTE', 0.2, 3600, { hour: 2 }),
  usageRow('bo', 'LICENSE', 0.2, 1800),
]);
const table = { keys: ['USER_ID' as const], period: 'HOURLY' as const, span, rows };

test('has a record for each bar and a column for each category, and their sum', () => {
  const series = seriesOf(table, { measure: 'costUsd', statistic: 'SUM' });
  expect([...chartCsv('cost', series)].slice(0, 4)).toEqual([
    'Start,End,Whole in range,"ann: cost, US $","bo: cost, US $","Sum: cost, US $"\r\n',
    '2026-11-24T00:00:00Z,2026-11-24T01:00:00Z,yes,0.1,0.2,0.3\r\n',
    '2026-11-24T01:00:00Z,2026-11-24T02:00:00Z,yes,,,\r\n',
    '2026-11-24T02:00:00Z,2026-11-24T03:00:00Z,no,0.2,,0.2\r\n',
  ]);
});

test('has hours of compute alone as the chart has', () => {
  const series = seriesOf(table, { measure: 'runtimeSeconds', statistic: 'MAX', onlyCompute: true });
  expect([...chartCsv('compute', series)][0]).toBe(
    'Start,End,Whole in range,"ann: compute, hours, maximum","bo: compute, hours, maximum","All: compute, hours, maximum"\r\n',
  );
});
