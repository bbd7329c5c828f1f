import { expect, test } from 'vitest';
import { DAY, HOUR } from '@/lib/time/duration';
import { budgetForTest, SCHEDULE } from '../budgets/budget-for-test';
import { monthBudget } from './month-budget';

const month = { from: SCHEDULE.from - HOUR, to: SCHEDULE.to - HOUR };

test('sums the limits of queues for a month, the lower of two of one queue', () => {
  const budgets = [
    budgetForTest({ queueId: 'a', limitUsd: 100 }),
    budgetForTest({ queueId: 'a', limitUsd: 80 }),
    budgetForTest({ queueId: 'b', limitUsd: 7 }),
    budgetForTest({ queueId: 'another' }),
  ];
  expect(monthBudget(budgets, ['a', 'b', 'without'], month)).toEqual({
    limitUsd: 87,
    queueCount: 2,
    unknownCount: 0,
  });
});

test.each([
  ['inactive', budgetForTest({ status: 'INACTIVE' })],
  ['of another time', budgetForTest({}, { schedule: { ...SCHEDULE, to: SCHEDULE.to + DAY } })],
])('leaves out a budget that is %s', (_, budget) => {
  expect(monthBudget([budget], ['queue-1'], month)).toEqual({ limitUsd: 0, queueCount: 0, unknownCount: 0 });
});

test('counts the active budgets of the queues whose schedule is unknown', () => {
  const { details: _, ...unread } = budgetForTest();
  const budgets = [
    unread,
    budgetForTest({ details: { actions: [] } }),
    { ...unread, status: 'INACTIVE' },
    { ...unread, queueId: 'another' },
  ];
  expect(monthBudget(budgets, ['queue-1'], month)).toEqual({ limitUsd: 0, queueCount: 0, unknownCount: 2 });
});
