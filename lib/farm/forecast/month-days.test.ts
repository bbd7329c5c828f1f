import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY, HOUR, MINUTE } from '@/lib/time/duration';
import { resolveRange } from '@/lib/time/range';
import { LocalBuckets } from '../plan/local-buckets';
import { offsetSegments } from '../plan/offset-segments';
import { rowForTest } from '../row-for-test';
import { CostRows } from '../rows/cost-rows';
import type { Forecast } from './forecast';
import { monthDays } from './month-days';
import { MONTH_HISTORY, monthForecast } from './month-forecast';
import type { MonthSoFar } from './month-so-far';

const around = (costUsd: number) => ({ costUsd, interval: { from: costUsd - 1, to: costUsd + 1 } });

/** A month of four days that cost 5 and 3 dollars, and the rest of it. */
function month(now: number, aheadCount: number, spent: number[]) {
  const soFar = {
    month: { from: 0, to: 4 * DAY },
    spent: spent.map((costUsd, at) => ({ at: Math.min(at * DAY, now), costUsd })),
    ahead: Array.from({ length: aheadCount }, (_, at) => ({ weekday: 0, to: (5 - aheadCount + at) * DAY })),
  } as MonthSoFar;
  const forecast = {
    daysAlone: Array.from({ length: aheadCount }, (_, at) => around(10 + at)),
  } as unknown as Forecast;
  return { soFar, forecast };
}

test('has each day’s own cost, today’s so far, and what each is expected to cost until the end', () => {
  expect(monthDays(month(1.5 * DAY, 3, [0, 5, 8]))).toEqual([
    { from: 0, to: DAY, knownUsd: 5 },
    { from: DAY, to: 2 * DAY, knownUsd: 3, expected: around(10) },
    { from: 2 * DAY, to: 3 * DAY, expected: around(11) },
    { from: 3 * DAY, to: 4 * DAY, expected: around(12) },
  ]);
});

test('has no known cost of today at the midnight that starts it', () => {
  expect(monthDays(month(2 * DAY, 2, [0, 5, 8])).map(({ knownUsd }) => knownUsd)).toEqual([
    5,
    3,
    undefined,
    undefined,
  ]);
});

test('ends with today without a forecast', () => {
  const { soFar } = month(DAY + HOUR, 3, [0, 5, 8]);
  expect(monthDays({ soFar, forecast: 'too few days' })).toEqual([
    { from: 0, to: DAY, knownUsd: 5 },
    { from: DAY, to: 2 * DAY, knownUsd: 3 },
  ]);
});

test('has the costs of the rows day by day, and with what is expected the forecast of the month', () => {
  const from = Date.parse('2026-10-01T00:00:00Z');
  const now = fc.integer({ min: 0, max: (61 * DAY) / MINUTE }).map((minutes) => from + minutes * MINUTE);
  const zone = fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Asia/Kathmandu');
  fc.assert(
    fc.property(now, zone, fc.integer({ min: 1, max: 9 }), (at, of, seed) => {
      const span = resolveRange(MONTH_HISTORY, at, of) ?? { from: at, to: at };
      const { segments } = offsetSegments(span, of);
      const rows = new CostRows(['USAGE_TYPE'], new LocalBuckets(segments, 'DAILY'));
      const costOf = (day: number) => 100 + ((day * seed) % 7) * 10 + (day % 3);
      for (const [day, bucket] of rows.buckets.spans.entries()) {
        const segment = segments.findIndex(({ to }) => to > bucket.from);
        rows.add([rowForTest({ costUsd: { sum: costOf(day) }, ...bucket })], segment);
      }
      const all = monthForecast(rows, span, of);
      if (typeof all.forecast === 'string') throw new Error(all.forecast);
      const days = monthDays(all);
      expect([days[0]?.from, days.at(-1)?.to]).toEqual([all.soFar.month.from, all.soFar.month.to]);
      for (const [place, day] of days.entries()) {
        if (place > 0) expect(day.from).toBe(days[place - 1]?.to);
        const number = rows.buckets.spans.findIndex((bucket) => bucket.from === day.from);
        const isKnown = day.from < at;
        expect(day.knownUsd ?? 0).toBeCloseTo(isKnown ? costOf(number) : 0, 6);
        expect(day.expected !== undefined).toBe(day.to > at);
      }
      const sum = days.reduce((usd, { knownUsd = 0, expected }) => usd + (expected?.costUsd ?? knownUsd), 0);
      expect(sum).toBeCloseTo(all.forecast.costUsd, 6);
    }),
  );
});
