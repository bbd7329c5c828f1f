import type { Budget, BudgetDetails } from './budget';

/** November 2026. */
export const SCHEDULE = { from: Date.parse('2026-11-01T00:00:00Z'), to: Date.parse('2026-12-01T00:00:00Z') };

/** An active budget of 1,000 US dollars for November 2026. */
export const budgetForTest = (more: Partial<Budget> = {}, details: Partial<BudgetDetails> = {}): Budget => ({
  budgetId: 'budget-1',
  displayName: 'fx, November',
  status: 'ACTIVE',
  queueId: 'queue-1',
  limitUsd: 1000,
  usedUsd: 400,
  details: { actions: [], schedule: SCHEDULE, ...details },
  ...more,
});
