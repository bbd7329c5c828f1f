import { expect, test } from 'vitest';
import { DAY } from '@/lib/time/duration';
import { resolveRange } from '@/lib/time/range';
import { rowForTest } from '../row-for-test';
import { rowsForTest } from '../rows/rows-for-test';
import { MONTH_HISTORY, monthCurve, monthForecast } from './month-forecast';

const NOW = Date.parse('2026-11-24T14:30:00Z');
const span = resolveRange(MONTH_HISTORY, NOW, 'UTC') ?? { from: 0, to: 0 };

/** Ten dollars for each of eight weeks' days and for today. */
const steady = rowsForTest(
  ['USAGE_TYPE'],
  Array.from({ length: 57 }, (_, day) =>
    rowForTest({
      usageType: 'COMPUTE',
      costUsd: { sum: 10 },
      ...{ from: span.from + day * DAY, to: span.from + (day + 1) * DAY },
    }),
  ),
  span,
  'DAILY',
);

test('draws the month from its start, on from now to the end of each day, and ends at the forecast', () => {
  const all = monthForecast(steady, span, 'UTC');
  if (typeof all.forecast === 'string') throw new Error(all.forecast);
  expect(all.forecast.costUsd).toBeCloseTo(300);
  const curve = monthCurve(all, [{ name: 'limit', costUsd: 400 }]);
  expect(curve.span).toEqual({ from: Date.parse('2026-11-01T00:00Z'), to: Date.parse('2026-12-01T00:00Z') });
  expect(curve.known.at(-1)).toEqual({ at: NOW, costUsd: 240 });
  expect(curve.expected[0]).toEqual({ at: NOW, costUsd: 240, interval: { from: 240, to: 240 } });
  expect(curve.expected).toHaveLength(1 + 7);
  expect(curve.expected.at(-1)).toMatchObject({ at: curve.span.to, costUsd: all.forecast.costUsd });
});

test('draws only what was spent without a forecast', () => {
  const few = rowsForTest(['USAGE_TYPE'], [], span, 'DAILY');
  const all = monthForecast(few, span, 'UTC');
  expect(all.forecast).toBe('too few days');
  expect(monthCurve(all, [])).toMatchObject({ expected: [], levels: [] });
});
