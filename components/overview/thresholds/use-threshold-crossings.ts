'use client';

import { useQueries } from '@tanstack/react-query';
import { useMainCostsFirst } from '@/components/farm/costs/use-main-costs-first';
import { useRange } from '@/components/range/use-range';
import { isNotKept } from '@/lib/answer/problem';
import { budgetsToDate } from '@/lib/farm/budgets/threshold-costs';
import { type ThresholdCrossing, thresholdCrossings } from '@/lib/farm/budgets/threshold-crossings';
import { activeBudgetsOptions } from '@/lib/queries/budgets';
import { oneAtATime, SIDE_COSTS } from '@/lib/queries/costs';
import { useQuery } from '@/lib/queries/use-query';
import { useLastKnown } from '../use-last-known';

/** The thresholds of a farm's budgets that were crossed in the range. */
export type Crossings = {
  /** The oldest first. */
  crossings: readonly ThresholdCrossing[];
  isFetching: boolean;
  /** Whether all that were crossed are known. */
  hasAll: boolean;
  /** What isn't known, in sentences. */
  notes: readonly string[];
  error: Error | undefined;
  retry(): void;
};

const NO_DATA = { toDate: [], notes: [] };

/**
 * Finds when active budgets of a farm crossed their thresholds, by the costs of their burn-downs. It requests those after the costs
 * of the lane, one budget after the other.
 */
export function useThresholdCrossings(farmId: string, isWanted: boolean): Crossings {
  const { span, now, zone } = useRange();
  const budgets = useQuery({ ...activeBudgetsOptions(farmId), enabled: isWanted });
  const mainCostsFirst = useMainCostsFirst();
  const asOf = budgets.data?.asOf ?? now;
  const dating = { span, now, zone, asOf };
  const { toDate, notes } = budgets.data ? budgetsToDate(farmId, budgets.data.data, dating) : NO_DATA;
  const costs = useQueries({
    queries: toDate.map(({ query }) => {
      const options = oneAtATime(query);
      return { ...options, meta: { ...options.meta, ...SIDE_COSTS }, enabled: isWanted && !mainCostsFirst };
    }),
  });
  const lastKnown = useLastKnown(toDate.map(({ budget }, at) => [budget.budgetId, costs[at]?.data]));
  const found = toDate.map((each, at) => {
    const known = lastKnown.get(each.budget.budgetId);
    if (!known) return { crossings: [], notes: [] };
    const { crossings, notes } = thresholdCrossings(each, known, dating);
    // Costs of an earlier range don't tell what is unknown in this one.
    return { crossings, notes: costs[at]?.data ? notes : [] };
  });
  const unknown = [...(budgets.data?.warnings ?? []), ...notes, ...found.flatMap((each) => each.notes)];
  const failed = [...(budgets.data ? [] : [budgets]), ...costs].filter(({ error, data }) => error && !data);
  return {
    crossings: found.flatMap(({ crossings }) => crossings).toSorted((a, b) => a.from - b.from),
    isFetching: [budgets, ...costs].some(({ isPending, error }) => isPending && !error),
    hasAll: budgets.data !== undefined && unknown.length === 0 && costs.every(({ data }) => data),
    notes: unknown,
    // A link keeps the costs of its own range, and none if there were no marks of thresholds when it was made.
    error: failed.find(({ error }) => !isNotKept(error))?.error ?? undefined,
    retry: () => {
      for (const { refetch } of failed) void refetch();
    },
  };
}
