import { plainName } from '../naming/plain-name';

/** What AWS does when a part of a budget is used; the types are AWS's. */
export type BudgetAction = { type: string; thresholdPercent: number; description?: string };

/** The members of a budget that only GetBudget returns. */
export type BudgetDetails = {
  description?: string;
  actions: readonly BudgetAction[];
  /** Usage counts from its start until its end, epoch milliseconds; absent for a kind of schedule that is unknown here. */
  schedule?: { from: number; to: number };
  /** When an action stopped the queue, epoch milliseconds. */
  queueStoppedAt?: number;
};

/** The maximum cost of a queue. Amounts in US dollars, as approximate as AWS reports them. */
export type Budget = {
  budgetId: string;
  displayName: string;
  /** ACTIVE or INACTIVE, as AWS names it. */
  status: string;
  /** The queue whose cost counts; absent for a kind of resource that is unknown here. */
  queueId?: string;
  limitUsd: number;
  usedUsd: number;
  /** Absent when they could not be read. */
  details?: BudgetDetails;
};

/** The name of a budget, or its id if nothing of the name can be seen. */
export const budgetName = ({ displayName, budgetId }: Pick<Budget, 'displayName' | 'budgetId'>): string =>
  plainName(displayName) || budgetId;

/** The share of a budget that is used. Of a budget of nothing all is used. */
export const usedShare = ({ usedUsd, limitUsd }: Pick<Budget, 'usedUsd' | 'limitUsd'>): number =>
  limitUsd > 0 ? usedUsd / limitUsd : 1;

/** Whether AWS still evaluates a budget: an inactive one has expired, or was cancelled or deleted. */
export const isActive = ({ status }: Pick<Budget, 'status'>) => status === 'ACTIVE';
