import { expect, test } from 'vitest';
import { budgetNote } from './budget-note';
import type { MonthBudget } from './month-budget';

const budget = (queueCount: number, unknownCount = 0): MonthBudget => ({
  limitUsd: 0,
  queueCount,
  unknownCount,
});

test.each<[string, MonthBudget | undefined, number, Error | null, string]>([
  [
    'that paces are computed differently',
    budget(2),
    2,
    null,
    'The pace of each budget below is computed differently, as the mean since its start, so it can differ from this forecast.',
  ],
  ['nothing while budgets load', undefined, 2, null, ''],
  ['whose budgets count', budget(0), 0, null, 'Budgets are of whole queues, so the picture has no limit.'],
  ['that none is for the month', budget(0), 2, null, 'No budget is for exactly this month.'],
  [
    'that one is unknown',
    budget(0, 1),
    2,
    null,
    'No budget is known to be for exactly this month. The schedule of 1 budget is unknown.',
  ],
  [
    'that some queues have none',
    budget(1, 3),
    2,
    null,
    'Only 1 of 2 queues is known to have a budget for exactly this month, so the picture has no limit. The schedules of 3 budgets are unknown.',
  ],
  [
    'that budgets could not be read',
    undefined,
    1,
    new Error('Not allowed.'),
    'The budgets could not be read. Not allowed.',
  ],
])('says %s', (_, month, count, error, text) => expect(budgetNote(month, count, error)).toBe(text));
