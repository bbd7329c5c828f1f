import { queryOptions } from '@tanstack/react-query';
import type { Budget } from '@/lib/farm/budgets/budget';
import { asked } from './asked';
import { fetcherAt } from './fetch-json';

const budgetsPath = (farmId: string) => `/api/farms/${encodeURIComponent(farmId)}/budgets`;
const activePath = (farmId: string) => `${budgetsPath(farmId)}?details=active`;
const listPath = (farmId: string) => `${budgetsPath(farmId)}?details=none`;

/** Reads the budgets of a farm. */
export const fetchBudgets = fetcherAt<string, Budget[]>(budgetsPath);

const fetchActiveBudgets = fetcherAt<string, Budget[]>(activePath);

/** Reads the budgets of a farm without their schedules and actions, which take a request for each. */
export const fetchBudgetList = fetcherAt<string, Budget[]>(listPath);

/** The budgets of a farm without their schedules and actions. */
export const budgetListOptions = (farmId: string, fetcher = fetchBudgetList) =>
  queryOptions({
    queryKey: ['budgets', farmId, 'list'],
    queryFn: ({ signal }) => fetcher(farmId, signal),
    meta: asked(listPath(farmId)),
  });

/** The budgets of a farm. */
export const budgetsOptions = (farmId: string, fetcher = fetchBudgets) =>
  queryOptions({
    queryKey: ['budgets', farmId],
    queryFn: ({ signal }) => fetcher(farmId, signal),
    meta: asked(budgetsPath(farmId)),
  });

/** The active budgets of a farm. */
export const activeBudgetsOptions = (farmId: string, fetcher = fetchActiveBudgets) =>
  queryOptions({
    queryKey: ['budgets', farmId, 'active'],
    queryFn: ({ signal }) => fetcher(farmId, signal),
    meta: asked(activePath(farmId)),
  });
