import type { UsedBudget } from '../store/budgets';

/** A budget as ListBudgets and GetBudget have it. */
export function membersOfBudget(budget: UsedBudget): object {
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

/** What GetBudget has beside them. */
export function detailsOfBudget({ description, actions, from, to }: UsedBudget): object {
  return { description, actions, schedule: { fixed: { startTime: iso(from), endTime: iso(to) } } };
}

const iso = (instant: number) => new Date(instant).toISOString();
