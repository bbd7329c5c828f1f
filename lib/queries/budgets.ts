import { queryOptions } from '@tanstack/react-query';
import type { Budget } from '@/lib/farm/budgets/budget';
import { fetcherAt } from './fetch-json';

/** Reads the budgets of a farm. */
export const fetchBudgets = fetcherAt<string, Budget[]>(
  (farmId) => `/api/farms/${encodeURIComponent(farmId)}/budgets`,
);

/** Reads the budgets of a farm without their schedules and actions, which take a request for each. */
export const fetchBudgetList = fetcherAt<string, Budget[]>(
  (farmId) => `/api/farms/${encodeURIComponent(farmId)}/budgets?details=none`,
);

/** The budgets of a farm without their schedules and actions. */
export const budgetListOptions = (farmId: string, fetcher = fetchBudgetList) =>
  queryOptions({ queryKey: ['budgets', farmId, 'list'], queryFn: ({ signal }) => fetcher(farmId, signal) });

/** The budgets of a farm. */
export const budgetsOptions = (farmId: string, fetcher = fetchBudgets) =>
  queryOptions({ queryKey: ['budgets', farmId], queryFn: ({ signal }) => fetcher(farmId, signal) });
