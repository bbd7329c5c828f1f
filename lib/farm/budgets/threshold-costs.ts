import { counted } from '@/lib/answer/counted';
import type { Span } from '@/lib/time/range';
import type { CostQuery } from '../plan/plan-aggregations';
import { type Budget, budgetName, usedShare } from './budget';
import { burnDownQuery } from './burn-down-query';
import { missingText } from './open-budget';
import { type Threshold, thresholdsOf } from './thresholds';

/** Each takes an aggregation, and AWS runs one of a farm at a time. */
const MAX_BUDGETS = 5;

/** A budget with a threshold that AWS reports as reached, and the costs that tell when it was. */
export type BudgetToDate = { budget: Budget; query: CostQuery };

/** The thresholds of a budget that AWS reports as reached. One at nothing was never crossed. */
export const reachedThresholds = (budget: Budget, asOf: number): Threshold[] =>
  thresholdsOf(budget, asOf).filter(({ isReached, amountUsd }) => isReached && amountUsd > 0);

/**
 * The budgets whose thresholds may have been crossed in a span, the fullest first, with the costs of their burn-down until its end,
 * and sentences on those that are left out.
 */
export function budgetsToDate(
  farmId: string,
  budgets: readonly Budget[],
  { span, now, zone, asOf }: { span: Span; now: number; zone: string; asOf: number },
): { toDate: BudgetToDate[]; notes: string[] } {
  const notes: string[] = [];
  const all = budgets
    .filter((budget) => reachedThresholds(budget, asOf).length > 0)
    .toSorted((a, b) => usedShare(b) - usedShare(a))
    .flatMap((budget) => {
      const query = burnDownQuery(farmId, budget, Math.min(now, span.to), zone);
      if (query) return query.to > span.from ? [{ budget, query }] : [];
      if (budget.queueId === undefined || !budget.details?.schedule)
        notes.push(`When ${budgetName(budget)} reached its thresholds is unknown: ${missingText(budget)}.`);
      return [];
    });
  const leftOut = all.length - MAX_BUDGETS;
  if (leftOut > 0)
    notes.push(
      `Thresholds are marked of the ${MAX_BUDGETS} fullest budgets alone. ${counted(leftOut, 'more budget has', 'more budgets have')} reached one.`,
    );
  return { toDate: all.slice(0, MAX_BUDGETS), notes };
}
