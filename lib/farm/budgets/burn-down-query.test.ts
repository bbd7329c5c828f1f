import { expect, test } from 'vitest';
import { DAY, HOUR } from '@/lib/time/duration';
import { budgetForTest, SCHEDULE } from './budget-for-test';
import { burnDownQuery } from './burn-down-query';

const query = (now: number, more = {}, details = {}) =>
  burnDownQuery('farm', budgetForTest(more, details), now, 'UTC');

test('asks for the days of the budget’s queue until now, and at most until its end', () => {
  expect(query(SCHEDULE.from + 3 * DAY)).toMatchObject({
    ...{ from: SCHEDULE.from, to: SCHEDULE.from + 3 * DAY, period: 'DAILY', keys: ['USAGE_TYPE'] },
    resources: { kind: 'queue', ids: ['queue-1'] },
  });
  expect(query(SCHEDULE.to + 9 * DAY)?.to).toBe(SCHEDULE.to);
});

test('takes a longer period for a schedule with too many days', () => {
  expect(
    query(SCHEDULE.from + 9 * 365 * DAY, {}, { schedule: { from: SCHEDULE.from, to: 4e12 } })?.period,
  ).toBe('WEEKLY');
});

test('asks for nothing before a budget starts, or without its schedule', () => {
  expect(query(SCHEDULE.from - HOUR)).toBeUndefined();
  expect(query(SCHEDULE.to, { details: { actions: [] } })).toBeUndefined();
});
