import { expect, test } from 'vitest';
import { DAY } from '@/lib/time/duration';
import { budgetForTest, SCHEDULE } from './budget-for-test';
import { thresholdsOf } from './thresholds';

const stop = (thresholdPercent: number, type = 'STOP_SCHEDULING_AND_COMPLETE_TASKS') => ({
  type,
  thresholdPercent,
});

test('lists thresholds from the lowest, with their amounts and when they are reached', () => {
  const actions = [stop(90, 'STOP_SCHEDULING_AND_CANCEL_TASKS'), stop(50), stop(80)];
  const budget = budgetForTest({ usedUsd: 600 }, { actions });
  expect(thresholdsOf(budget, SCHEDULE.from + 20 * DAY)).toEqual([
    {
      id: 1,
      percent: 50,
      amountUsd: 500,
      isReached: true,
      effect: 'stops scheduling and completes running tasks',
    },
    {
      id: 2,
      percent: 80,
      amountUsd: 800,
      isReached: false,
      at: SCHEDULE.from + (20 / 0.6) * 0.8 * DAY,
      effect: 'stops scheduling and completes running tasks',
    },
    {
      id: 0,
      percent: 90,
      amountUsd: 900,
      isReached: false,
      effect: 'stops scheduling and cancels running tasks',
    },
  ]);
});

test('shows an unknown action as AWS names it, and no dates of an inactive budget', () => {
  const budget = budgetForTest(
    { usedUsd: 600, status: 'INACTIVE' },
    { actions: [{ ...stop(70, 'SEND_A_PIGEON'), description: 'To the <b>producer</b>.' }] },
  );
  expect(thresholdsOf(budget, SCHEDULE.from + 20 * DAY)).toEqual([
    {
      id: 0,
      percent: 70,
      amountUsd: 700,
      isReached: false,
      effect: 'SEND_A_PIGEON',
      description: 'To the <b>producer</b>.',
    },
  ]);
});
