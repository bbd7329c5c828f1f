import { z } from 'zod';
import { BUDGET_STATUSES } from '../budget';
import { usualErrors } from '../errors';
import { operation } from '../operation';
import { pageOf } from '../pages';
import { membersOfBudget } from '../wire/budget-members';
import { budgetMembers } from '../wire/budget-output';
import { farmId, paging } from '../wire/inputs';
import { nextToken } from '../wire/output';

export const listBudgets = operation({
  name: 'ListBudgets',
  method: 'GET',
  path: '/2023-10-12/farms/{farmId}/budgets',
  errors: usualErrors,
  output: z.strictObject({ budgets: z.array(z.strictObject(budgetMembers)), nextToken }),
  input: z.object({ farmId, ...paging, status: z.enum(BUDGET_STATUSES).optional() }),
  handle: async (input, { world }) => {
    const { farmId, costScaleFactor } = world.farms.farm(input.farmId);
    const now = world.clock.now();
    const found = world.farms.budgets
      .of(farmId, now)
      .filter(({ status }) => input.status === undefined || status === input.status);
    const { items, ...next } = pageOf(world, input, ['ListBudgets', farmId, input.status], found);
    const used = await world.farms.budgets.used(farmId, items, costScaleFactor, now);
    return { body: { budgets: used.map(membersOfBudget), ...next } };
  },
});
