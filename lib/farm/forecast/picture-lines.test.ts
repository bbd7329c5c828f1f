import { expect, test } from 'vitest';
import { DAY } from '@/lib/time/duration';
import type { MonthForecast } from './month-forecast';
import { pictureLines } from './picture-lines';

const from = Date.parse('2026-11-01T00:00:00Z');
const soFar = {
  month: { from, to: from + 30 * DAY },
  name: 'Nov 2026',
  spent: [
    { at: from, costUsd: 0 },
    { at: from + DAY, costUsd: 12.5 },
  ],
  ...{ spentUsd: 12.5, todayUsd: 0, ended: [], ahead: [] },
};

test('has the cost so far, the forecast and what its lines are', () => {
  const interval = { from: 4900, to: 5520 };
  const forecast = { costUsd: 5210, interval, hasTrend: true, error: 0.1, days: [], daysAlone: [] };
  const lines = pictureLines({ soFar, forecast } as MonthForecast, 'Total cost', 'UTC');
  expect(lines[0]).toBe('Total cost so far in Nov 2026: $12.50 until 2 Nov 2026, 00:00 UTC.');
  expect(lines[1]).toBe('Forecast for Nov 2026: about $5,210, in four of five cases $4,900 – $5,520.');
  expect(lines[2]).toMatch(/^Light bars and the dashed line are expected/);
  expect(lines[3]).toBe('Time: UTC');
});

test('says why there is no forecast', () => {
  expect(pictureLines({ soFar, forecast: 'too few days' }, 'Cost of queue fx', 'UTC')).toEqual([
    'Cost of queue fx so far in Nov 2026: $12.50 until 2 Nov 2026, 00:00 UTC.',
    'There are too few days with costs to forecast from.',
    'Time: UTC',
  ]);
});
