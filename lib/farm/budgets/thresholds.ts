import { type Budget, type BudgetAction, isActive } from './budget';
import { instantOf } from './outlook';

/** A part of a budget at which AWS acts. */
export type Threshold = {
  /** Its place among the budget's actions. */
  id: number;
  percent: number;
  amountUsd: number;
  isReached: boolean;
  /** When it is reached at the pace so far; undefined when it is reached already, or not within the schedule. */
  at?: number;
  /** `stops scheduling and completes running tasks`. */
  effect: string;
  description?: string;
};

const EFFECTS = new Map([
  ['STOP_SCHEDULING_AND_COMPLETE_TASKS', 'stops scheduling and completes running tasks'],
  ['STOP_SCHEDULING_AND_CANCEL_TASKS', 'stops scheduling and cancels running tasks'],
]);

/** The thresholds of a budget, the lowest first. */
export function thresholdsOf(budget: Budget, asOf: number): Threshold[] {
  return (budget.details?.actions ?? [])
    .map((action, id) => ({ id, ...thresholdOf(budget, action, asOf) }))
    .sort((a, b) => a.percent - b.percent);
}

function thresholdOf(budget: Budget, action: BudgetAction, asOf: number): Omit<Threshold, 'id'> {
  const { type, thresholdPercent: percent, description } = action;
  const amountUsd = (budget.limitUsd * percent) / 100;
  const isReached = budget.usedUsd >= amountUsd;
  const at = isReached || !isActive(budget) ? undefined : instantOf(budget, amountUsd, asOf);
  return {
    percent,
    amountUsd,
    isReached,
    ...(at === undefined ? {} : { at }),
    effect: EFFECTS.get(type) ?? type,
    ...(description ? { description } : {}),
  };
}
