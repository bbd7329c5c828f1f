import { type Budget, isActive, usedShare } from '../budgets/budget';

/** How far the active budgets of farms are used. */
export type BudgetUse = {
  activeCount: number;
  /** Active budgets of which all is used. */
  exceededCount: number;
  /** The active budget of which the largest share is used; undefined without active budgets. */
  fullest?: { budget: Budget; share: number };
};

/** Summarizes budgets. Each is of its own queue and time, so their amounts aren't added up. */
export function budgetUse(budgets: readonly Budget[]): BudgetUse {
  const active = budgets.filter(isActive).map((budget) => ({ budget, share: usedShare(budget) }));
  const fullest = active.toSorted((a, b) => b.share - a.share)[0];
  return {
    activeCount: active.length,
    exceededCount: active.filter(({ share }) => share >= 1).length,
    ...(fullest && { fullest }),
  };
}
