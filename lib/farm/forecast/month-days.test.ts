import { expect, test } from 'vitest';
import { DAY, HOUR } from '@/lib/time/duration';
import type { Forecast } from './forecast';
import { monthDays } from './month-days';
import type { MonthSoFar } from './month-so-far';

const expected = (costUsd: number) => ({ costUsd, interval: { from: costUsd - 1, to: costUsd + 1 } });

/** A month of four days that cost 5 and 3 dollars, and the rest of it. */
function month(now: number, aheadCount: number, spent: number[]) {
  const soFar = {
    month: { from: 0, to: 4 * DAY },
    spent: spent.map((costUsd, at) => ({ at: Math.min(at * DAY, now), costUsd })),
    ahead: Array.from({ length: aheadCount }, (_, at) => ({ weekday: 0, to: (5 - aheadCount + at) * DAY })),
  } as MonthSoFar;
  const forecast = {
    daysAlone: Array.from({ length: aheadCount }, (_, at) => expected(10 + at)),
  } as unknown as Forecast;
  return { soFar, forecast };
}

test('has each day’s own cost, today’s so far, and what each is expected to cost until the end', () => {
  expect(monthDays(month(1.5 * DAY, 3, [0, 5, 8]))).toEqual([
    { from: 0, to: DAY, knownUsd: 5 },
    { from: DAY, to: 2 * DAY, knownUsd: 3, expected: expected(10) },
    { from: 2 * DAY, to: 3 * DAY, expected: expected(11) },
    { from: 3 * DAY, to: 4 * DAY, expected: expected(12) },
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
