import type { BudgetUsage } from '../budget';

/** The members of a budget in ListBudgets and GetBudget. */
export function membersOfBudget(budget: BudgetUsage): object {
  const { updatedAt } = budget;
  return {
    budgetId: budget.budgetId,
    usageTrackingResource: { queueId: budget.queueId },
    status: budget.status,
    displayName: budget.displayName,
    approximateDollarLimit: budget.limitUsd,
    usages: { approximateDollarUsage: budget.usedUsd },
    createdAt: iso(budget.createdAt),
    createdBy: budget.createdBy,
    ...(updatedAt === undefined ? {} : { updatedAt: iso(updatedAt), updatedBy: budget.createdBy }),
  };
}

/** The additional members of GetBudget. */
export function detailsOfBudget({ description, actions, from, to }: BudgetUsage): object {
  return { description, actions, schedule: { fixed: { startTime: iso(from), endTime: iso(to) } } };
}

const iso = (instant: number) => new Date(instant).toISOString();
