export const BUDGET_STATUSES = ['ACTIVE', 'INACTIVE'] as const;

/** The maximum cost of a queue in a span of time. Instants in epoch milliseconds. */
export type Budget = {
  budgetId: string;
  queueId: string;
  displayName: string;
  description: string;
  status: (typeof BUDGET_STATUSES)[number];
  limitUsd: number;
  actions: {
    type: 'STOP_SCHEDULING_AND_COMPLETE_TASKS' | 'STOP_SCHEDULING_AND_CANCEL_TASKS';
    thresholdPercentage: number;
    description: string;
  }[];
  /** Sessions that start within this span count; its end is exclusive. */
  from: number;
  to: number;
  createdAt: number;
  createdBy: string;
  updatedAt?: number;
};

export type BudgetUsage = Budget & { usedUsd: number };
