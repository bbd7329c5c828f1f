import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { BarStep } from '@/lib/farm/bars/bar-steps';
import { bucketAt } from '@/lib/farm/buckets';
import { outliersOf } from '@/lib/farm/outliers/outliers';
import { rowForTest } from '@/lib/farm/row-for-test';
import { rowsForTest } from '@/lib/farm/rows/rows-for-test';
import { seriesOf } from '@/lib/farm/series';
import { DAY } from '@/lib/time/duration';
import type { ShownCosts } from '../costs/costs-on-screen';
import { barMarks } from './bar-marks';

/** A Monday. */
const START = Date.parse('2026-09-07T00:00:00Z');
const DAY_COUNT = 42;
const USUAL_USD = 100;
const DEAR_USD = 400;

/** Six weeks of equal days but for some dear ones: their costs, and the marks in a chart of them. */
function marked(dearDays: readonly number[], step: BarStep, isCut = false) {
  const days = Array.from({ length: DAY_COUNT }, (_, day) => ({
    ...{ from: START + day * DAY, to: START + (day + 1) * DAY },
    usd: dearDays.includes(day) ? DEAR_USD : USUAL_USD,
  }));
  const raw = days.map(({ usd, ...bucket }) =>
    rowForTest({ queueId: 'fx', costUsd: { sum: usd }, ...bucket }),
  );
  const span = { from: START, to: START + DAY_COUNT * DAY };
  const rows = rowsForTest(['QUEUE_ID'], raw, span, 'DAILY');
  const table = { keys: ['QUEUE_ID' as const], period: 'DAILY' as const, span, rows };
  const series = seriesOf(table, {
    ...{ measure: 'costUsd', statistic: 'SUM', names: new Map(), maxCategories: 8, step },
  });
  const shown = { costs: { rows, isCut }, table } as unknown as ShownCosts;
  const found = { ...outliersOf(rows, span, 'DAILY'), shown, reasonOf: () => 'Why.' };
  return { days, buckets: series.buckets, marks: barMarks(series, found) };
}

test('marks the bars of the days whose rows cost far more, whatever the length of bars', () => {
  const dear = fc.uniqueArray(fc.nat({ max: DAY_COUNT - 1 }), { minLength: 1, maxLength: 2 });
  const period = fc.constantFrom('DAILY' as const, 'WEEKLY' as const, 'MONTHLY' as const);
  fc.assert(
    fc.property(dear, period, (dearDays, of) => {
      const { days, buckets, marks } = marked(dearDays, { period: of, count: 1 });
      const expected = days
        .filter(({ usd }) => usd > 2 * USUAL_USD)
        .map(({ from }) => bucketAt(buckets, from) ?? -1);
      expect(new Set(marks?.bars)).toEqual(new Set(expected));
      expect(marks?.note).toContain(`Marked: ${dearDays.length} day`);
      const texts = marks?.bars.flatMap((bar) => marks.textsOf(bar)) ?? [];
      expect(texts).toHaveLength(dearDays.length);
      const amount = of === 'DAILY' ? 'usually $100.00' : '$400.00, usually $100.00';
      for (const text of texts) expect(text).toContain(amount);
    }),
  );
});

test('marks nothing in usual days, or in a part of the rows', () => {
  const daily = { period: 'DAILY', count: 1 } as const;
  expect(marked([], daily).marks).toBeUndefined();
  expect(marked([15], daily, true).marks).toBeUndefined();
});
