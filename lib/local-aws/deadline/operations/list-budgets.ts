import { z } from 'zod';
import { BUDGET_STATUSES, type Budget } from '../budget';
import { usualErrors } from '../errors';
import { operation } from '../operation';
import { pageOf } from '../pages';
import { membersOfBudget } from '../wire/budget-members';
import { budgetMembers } from '../wire/budget-output';
import { farmId, paging } from '../wire/inputs';
import { nextToken } from '../wire/output';

/** [?] By queue, each queue's newest budget first. */
export const listBudgets = operation({
  name: 'ListBudgets',
  method: 'GET',
  path: '/2023-10-12/farms/{farmId}/budgets',
  errors: usualErrors,
  output: z.strictObject({ budgets: z.array(z.strictObject(budgetMembers)), nextToken }),
  input: z.object({ farmId, ...paging, status: z.enum(BUDGET_STATUSES).optional() }),
  handle: async (input, { world }) => {
    const { farmId, status } = input;
    const source = world.farms.source(farmId);
    const now = world.clock.now();
    const found = source.budgets(now).filter((budget) => status === undefined || budget.status === status);
    const queues = new Map(source.farm.queues.map((queue) => [queue.queueId, queue]));
    const keyOf = ({ queueId, from, budgetId }: Budget) => [
      queues.get(queueId)?.rank ?? 0,
      queues.get(queueId)?.displayName ?? '',
      -from,
      budgetId,
    ];
    const { items, ...next } = await pageOf(world, input, ['ListBudgets', farmId, status], found, keyOf);
    const budgets = await world.farms.budgets.withUsage(source, items, now);
    return { body: { budgets: budgets.map(membersOfBudget), ...next } };
  },
});
