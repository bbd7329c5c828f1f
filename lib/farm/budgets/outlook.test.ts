import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY, HOUR, SECOND } from '@/lib/time/duration';
import { budgetForTest, SCHEDULE } from './budget-for-test';
import { outlookOf } from './outlook';

const day = (n: number) => SCHEDULE.from + n * DAY;

test('a budget used faster than its time passes runs out', () => {
  expect(outlookOf(budgetForTest({ usedUsd: 800 }), day(16))).toEqual({ kind: 'runs out', at: day(20) });
});

test('a budget used slower than its time passes lasts, and says what will be used', () => {
  expect(outlookOf(budgetForTest({ usedUsd: 400 }), day(15))).toEqual({ kind: 'lasts', usedUsd: 800 });
  expect(outlookOf(budgetForTest({ usedUsd: 0 }), day(15))).toEqual({ kind: 'lasts', usedUsd: 0 });
  expect(outlookOf(budgetForTest({ usedUsd: 500 }), day(15))).toEqual({ kind: 'lasts', usedUsd: 1000 });
});

test.each([
  ['stopped', budgetForTest({ usedUsd: 1000 }, { queueStoppedAt: day(14) }), day(15)],
  ['used up', budgetForTest({ usedUsd: 1000 }), day(15)],
  ['used up', budgetForTest({ usedUsd: 1200, status: 'INACTIVE' }), day(15)],
  ['inactive', budgetForTest({ status: 'INACTIVE' }), day(15)],
  ['no schedule', budgetForTest({ details: { actions: [] } }), day(15)],
  ['not started', budgetForTest({ usedUsd: 0 }), day(-1)],
  ['ended', budgetForTest(), day(30)],
  ['too early', budgetForTest(), SCHEDULE.from + 23 * HOUR],
  ['too early', budgetForTest({}, { schedule: { from: day(0), to: day(1) } }), SCHEDULE.from + HOUR],
])('%s is told apart', (kind, budget, asOf) => {
  expect(outlookOf(budget, asOf).kind).toBe(kind);
});

test.each([
  [365, 18, 'too early'],
  [365, 18.5, 'runs out'],
  [30, 1.4, 'too early'],
  [30, 1.6, 'runs out'],
  [1, 0.4, 'too early'],
  [1, 0.6, 'runs out'],
])('a schedule of %s days after %s days: %s', (days, passed, kind) => {
  const schedule = { from: day(0), to: day(days) };
  const budget = budgetForTest({ usedUsd: 900, limitUsd: 1000 }, { schedule });
  expect(outlookOf(budget, day(passed)).kind).toBe(kind);
});

test('the pace so far reaches the limit exactly when the budget runs out, and never after its end', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.01, max: 1e6, noNaN: true }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      fc.integer({ min: 2 * DAY, max: 30 * DAY - 1 }),
      (limitUsd, share, elapsed) => {
        const usedUsd = limitUsd * share;
        const outlook = outlookOf(budgetForTest({ limitUsd, usedUsd }), SCHEDULE.from + elapsed);
        if (outlook.kind === 'lasts') {
          expect(outlook.usedUsd).toBeLessThanOrEqual(limitUsd * (1 + 1e-9));
          return;
        }
        if (outlook.kind !== 'runs out') throw new Error(outlook.kind);
        expect(outlook.at).toBeLessThan(SCHEDULE.to);
        expect(outlook.at).toBeGreaterThan(SCHEDULE.from + elapsed - SECOND);
        const usedThen = (usedUsd / elapsed) * (outlook.at - SCHEDULE.from);
        expect(Math.abs(usedThen / limitUsd - 1)).toBeLessThan(1e-9);
      },
    ),
  );
});
