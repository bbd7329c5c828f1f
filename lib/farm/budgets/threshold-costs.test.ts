import { expect, test } from 'vitest';
import { DAY } from '@/lib/time/duration';
import { budgetForTest, SCHEDULE } from './budget-for-test';
import { budgetsToDate } from './threshold-costs';

const stopAt = (thresholdPercent: number) => ({ type: 'STOP', thresholdPercent });
const budget = (id: string, usedUsd: number, percent = 80) =>
  budgetForTest({ budgetId: id, displayName: id, usedUsd }, { actions: [stopAt(percent)] });

const now = SCHEDULE.from + 20 * DAY;
const SPAN = { from: SCHEDULE.from + 9 * DAY, to: SCHEDULE.from + 12 * DAY };

const asked = (budgets: Parameters<typeof budgetsToDate>[1], span = SPAN) => {
  const { toDate, notes } = budgetsToDate('farm', budgets, { span, now, zone: 'UTC', asOf: now });
  return { asked: toDate.map(({ budget: { budgetId }, query: { to } }) => [budgetId, to]), notes };
};

test('asks for the costs of budgets with a reached threshold alone, until the end of the range', () => {
  const budgets = [budget('below', 799), budget('reached', 800), budget('no threshold', 900, 0)];
  expect(asked(budgets)).toEqual({ asked: [['reached', SPAN.to]], notes: [] });
  expect(asked(budgets, { from: SPAN.from, to: now + DAY }).asked).toEqual([['reached', now]]);
});

test('asks for none outside of their schedule', () => {
  const before = { from: SCHEDULE.from - 3 * DAY, to: SCHEDULE.from };
  const later = { from: now + DAY, to: now + 2 * DAY };
  expect([before, later].map((span) => asked([budget('reached', 800)], span))).toEqual([
    { asked: [], notes: [] },
    { asked: [], notes: [] },
  ]);
});

test('takes the five fullest budgets, and says how many are left out', () => {
  const budgets = [801, 805, 803, 806, 802, 804, 807].map((used) => budget(`b${used}`, used));
  const found = asked(budgets);
  expect(found.asked.map(([id]) => id)).toEqual(['b807', 'b806', 'b805', 'b804', 'b803']);
  expect(found.notes).toEqual([
    'Thresholds are marked of the 5 fullest budgets alone. 2 more budgets have reached one.',
  ]);
});

test('says why the time of a threshold is unknown', () => {
  const { queueId: _, ...other } = budget('other', 900);
  const unknown = budgetForTest({ usedUsd: 900 }, { actions: [stopAt(80)] });
  const { schedule: __, ...details } = unknown.details ?? { actions: [] };
  expect(asked([other, { ...unknown, details }])).toEqual({
    asked: [],
    notes: [
      'When other reached its thresholds is unknown: what it covers is unknown here.',
      'When fx, November reached its thresholds is unknown: its schedule is unknown.',
    ],
  });
});
