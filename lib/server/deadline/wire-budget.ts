import { z } from 'zod';
import type { Budget, BudgetDetails } from '@/lib/farm/budgets/budget';
import { optional, wireDate } from '../aws/wire';

/** Members of a budget in ListBudgets and GetBudget. A resource other than a queue is left out. */
export const wireBudget = z
  .object({
    budgetId: z.string().min(1),
    usageTrackingResource: z.object({ queueId: optional(z.string().min(1)) }),
    status: z.string(),
    displayName: z.string(),
    approximateDollarLimit: z.number(),
    usages: z.object({ approximateDollarUsage: z.number() }),
  })
  .transform(
    ({ budgetId, usageTrackingResource: { queueId }, status, displayName, ...amounts }): Budget => ({
      budgetId,
      displayName,
      status,
      ...(queueId === undefined ? {} : { queueId }),
      limitUsd: amounts.approximateDollarLimit,
      usedUsd: amounts.usages.approximateDollarUsage,
    }),
  );

const action = z
  .object({ type: z.string(), thresholdPercentage: z.number(), description: optional(z.string()) })
  .transform(({ type, thresholdPercentage, description }) => ({
    type,
    thresholdPercent: thresholdPercentage,
    ...(description ? { description } : {}),
  }));

/** The additional members of GetBudget. */
export const wireBudgetDetails = z
  .object({
    description: optional(z.string()),
    actions: z.array(action),
    schedule: z.object({ fixed: optional(z.object({ startTime: wireDate, endTime: wireDate })) }),
    queueStoppedAt: optional(wireDate),
  })
  .transform(
    ({ description, actions, schedule: { fixed }, queueStoppedAt }): BudgetDetails => ({
      ...(description ? { description } : {}),
      actions,
      ...(fixed ? { schedule: { from: fixed.startTime, to: fixed.endTime } } : {}),
      ...(queueStoppedAt === undefined ? {} : { queueStoppedAt }),
    }),
  );
