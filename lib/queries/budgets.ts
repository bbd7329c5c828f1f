import { queryOptions } from '@tanstack/react-query';
import type { Budget } from '@/lib/farm/budgets/budget';
import { fetcherAt } from './fetch-json';

/** Reads the budgets of a farm. */
export const fetchBudgets = fetcherAt<string, Budget[]>(
  (farmId) => `/api/farms/${encodeURIComponent(farmId)}/budgets`,
);

/** The budgets of a farm. */
export const budgetsOptions = (farmId: string, fetcher = fetchBudgets) =>
  queryOptions({ queryKey: ['budgets', farmId], queryFn: ({ signal }) => fetcher(farmId, signal) });
