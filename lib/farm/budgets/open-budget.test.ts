import { expect, test } from 'vitest';
import { budgetForTest, SCHEDULE } from './budget-for-test';
import { openBudget } from './open-budget';

const asOf = SCHEDULE.from + 1;

test('opens a budget of a link, an inactive one too', () => {
  const inactive = budgetForTest({ budgetId: 'old', status: 'INACTIVE' });
  expect(openBudget([budgetForTest(), inactive], 'old', asOf)).toEqual({ budget: inactive });
  expect(openBudget([inactive], null, asOf)).toEqual({});
});

test.each([
  ['isn’t in the list', budgetForTest({ budgetId: 'another' }), 'The budget of this link isn’t in the list.'],
  [
    'has an unknown schedule',
    budgetForTest({ details: { actions: [] } }),
    'fx, November has no burn-down: its schedule is unknown.',
  ],
  [
    'begins later',
    budgetForTest({}, { schedule: { from: asOf, to: SCHEDULE.to } }),
    'fx, November has no burn-down: it has not started.',
  ],
])('says why there is none of a budget that %s', (_, budget, why) => {
  expect(openBudget([budget], 'budget-1', asOf)).toEqual({ why });
});

test('says that there is none of a budget of an unknown resource', () => {
  const { queueId: _, ...budget } = budgetForTest();
  expect(openBudget([budget], 'budget-1', asOf).why).toBe(
    'fx, November has no burn-down: what it covers is unknown here.',
  );
});
