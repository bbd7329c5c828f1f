import { z } from 'zod';
import { BUDGET_STATUSES } from '../budget';
import { budgetId, queueId } from './inputs';
import { audit, description, instant, name } from './output';

/** Members of a budget in ListBudgets and GetBudget. In ListBudgets the description is deprecated. */
export const budgetMembers = {
  budgetId,
  usageTrackingResource: z.strictObject({ queueId }),
  status: z.enum(BUDGET_STATUSES),
  displayName: name,
  description: description.optional(),
  approximateDollarLimit: z.number().min(0.01),
  usages: z.strictObject({ approximateDollarUsage: z.number() }),
  ...audit,
};

const action = z.strictObject({
  type: z.enum(['STOP_SCHEDULING_AND_COMPLETE_TASKS', 'STOP_SCHEDULING_AND_CANCEL_TASKS']),
  thresholdPercentage: z.number().min(0).max(100),
  description: description.optional(),
});

/** The additional members of GetBudget. */
export const budgetDetails = {
  actions: z.array(action).max(10),
  schedule: z.strictObject({ fixed: z.strictObject({ startTime: instant, endTime: instant }) }),
  queueStoppedAt: instant.optional(),
};
