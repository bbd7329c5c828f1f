import { expect, test } from 'vitest';
import { DAY, HOUR } from '@/lib/time/duration';
import type { Span } from '@/lib/time/range';
import { rowForTest } from '../row-for-test';
import { rowsForTest } from '../rows/rows-for-test';
import { budgetForTest, SCHEDULE } from './budget-for-test';
import { budgetsToDate } from './threshold-costs';
import { thresholdCrossings } from './threshold-crossings';

const day = (n: number) => SCHEDULE.from + (n - 1) * DAY;
const now = day(13);
const budget = budgetForTest(
  { usedUsd: 900 },
  { actions: [80, 50, 100].map((thresholdPercent) => ({ type: 'STOP', thresholdPercent })) },
);

/** The crossings in a span when the queue cost the same on each day. */
function crossed(costUsd: number, span: Span, isCut = false) {
  const dating = { span, now, zone: 'UTC', asOf: now };
  const [toDate] = budgetsToDate('farm', [budget], dating).toDate;
  if (!toDate) throw new Error('The budget is to be looked at.');
  const { from, to } = toDate.query;
  const costs = Array.from({ length: Math.ceil((to - from) / DAY) }, (_, n) =>
    rowForTest({ usageType: 'COMPUTE', costUsd: { sum: costUsd }, from: from + n * DAY }),
  );
  return thresholdCrossings(
    toDate,
    { rows: rowsForTest(['USAGE_TYPE'], costs, { from, to }, 'DAILY'), isCut },
    dating,
  );
}

test('tells the day on which each threshold was crossed that AWS reports as reached', () => {
  const { crossings, notes } = crossed(100, { from: day(1), to: now });
  expect(crossings).toEqual([
    {
      ...{ id: 'budget-1 1', budgetId: 'budget-1', from: day(5), to: day(6) },
      name: '50 % of fx, November ($500.00)',
      when: 'crossed on 5 Nov 2026, by costs per day in UTC',
      details:
        'These are the costs of the sessions of its queue since its start. AWS reports $900.00 of $1,000.00 as used. Action: STOP.',
    },
    expect.objectContaining({ name: '80 % of fx, November ($800.00)', from: day(8) }),
  ]);
  expect(notes).toEqual([]);
});

test('leaves out other days, and says that a day is only partly in the range', () => {
  const { crossings } = crossed(100, { from: day(8) + 6 * HOUR, to: day(12) });
  expect(crossings.map(({ name }) => name)).toEqual(['80 % of fx, November ($800.00)']);
  expect(crossings[0]?.details).toContain('This range has only a part of that day.');
  expect(crossed(100, { from: day(9), to: day(12) }).crossings).toEqual([]);
});

test('says that the costs don’t tell when they are less than a threshold, for a range until now', () => {
  expect(crossed(60, { from: day(1), to: now }).notes).toEqual([
    'When fx, November crossed 80 % is unknown: the costs of its queue’s sessions until 13 Nov 2026, 00:00 UTC are less. AWS reports $900.00 of $1,000.00 as used.',
  ]);
  expect(crossed(60, { from: day(1), to: day(3) })).toEqual({ crossings: [], notes: [] });
});

test('tells no day from a part of the rows', () => {
  expect(crossed(100, { from: day(1), to: now }, true)).toEqual({
    crossings: [],
    notes: ['When fx, November crossed its thresholds is unknown: there are too many rows to sum its cost.'],
  });
});
