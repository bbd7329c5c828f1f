import { expect, test } from 'vitest';
import { DAY } from '@/lib/time/duration';
import { rowForTest } from '../row-for-test';
import { rowsForTest } from '../rows/rows-for-test';
import { budgetForTest, SCHEDULE } from './budget-for-test';
import { burnDown } from './burn-down';

const day = (n: number) => SCHEDULE.from + n * DAY;

/** A cost for each of the first days of November. */
const rowsOf = (costs: readonly number[], to: number) =>
  rowsForTest(
    ['USAGE_TYPE'],
    costs.map((sum, at) =>
      rowForTest({ usageType: 'COMPUTE', costUsd: { sum }, from: day(at), to: day(at + 1) }),
    ),
    { from: SCHEDULE.from, to },
    'DAILY',
  );

test('falls from the limit by the cost of each day, and on at the pace until it runs out', () => {
  const now = day(2.5);
  const budget = budgetForTest({ limitUsd: 1000, usedUsd: 250 });
  const found = burnDown(budget, rowsOf([100, 50, 95], now), now, now);
  expect(found?.summedUsd).toBe(245);
  expect(found?.curve).toMatchObject({
    span: SCHEDULE,
    known: [
      { at: day(0), costUsd: 1000 },
      { at: day(1), costUsd: 900 },
      { at: day(2), costUsd: 850 },
      { at: now, costUsd: 755 },
    ],
    expected: [
      { at: now, costUsd: 750 },
      { at: day(10), costUsd: 0 },
    ],
    marks: [{ name: 'runs out', at: day(10) }],
  });
});

test('ends at what is left when it lasts, and has no expectation when it has ended', () => {
  const budget = budgetForTest({ limitUsd: 1000, usedUsd: 100 });
  const lasting = burnDown(budget, rowsOf([40, 60], day(15)), day(15), day(15));
  expect(lasting?.curve.expected.at(-1)).toEqual({ at: SCHEDULE.to, costUsd: 800 });
  expect(lasting?.curve.marks).toEqual([]);
  expect(burnDown(budget, rowsOf([100], SCHEDULE.to), SCHEDULE.to, day(40))?.curve.expected).toEqual([]);
});

test('has each threshold once, at what is left there, also below nothing', () => {
  const action = (thresholdPercent: number) => ({ type: 'STOP', thresholdPercent });
  const budget = budgetForTest({ limitUsd: 200, usedUsd: 250 }, { actions: [100, 75, 100].map(action) });
  const found = burnDown(budget, rowsOf([250], day(1)), day(1), day(2));
  expect(found?.curve.levels).toEqual([
    { name: '75 % used', costUsd: 50 },
    { name: '100 % used', costUsd: 0 },
  ]);
  expect(found?.curve.known.at(-1)).toEqual({ at: day(1), costUsd: -50 });
});

test('tells the day on which the costs reached a threshold, and none of those that they did not reach', () => {
  const actions = [100, 20, 80, 0].map((thresholdPercent) => ({ type: 'STOP', thresholdPercent }));
  const budget = budgetForTest({ limitUsd: 200, usedUsd: 170 }, { actions });
  const found = burnDown(budget, rowsOf([30, 0, 130, 4], day(3.5)), day(3.5), day(3.5));
  const crossings = found?.crossings.map(({ threshold: { percent }, span }) => ({ percent, ...span }));
  expect(crossings).toEqual([
    { percent: 20, from: day(2), to: day(3) },
    { percent: 80, from: day(2), to: day(3) },
  ]);
  const cut = burnDown(budget, rowsOf([30, 0, 130], day(2.5)), day(2.5), day(2.5));
  expect(cut?.crossings[0]?.span).toEqual({ from: day(2), to: day(2.5) });
});

test('needs a schedule', () => {
  expect(burnDown(budgetForTest({ details: { actions: [] } }), rowsOf([], day(1)), day(1), day(1))).toBe(
    undefined,
  );
});
