import { z } from 'zod';
import { notFound, usualErrors } from '../errors';
import { operation } from '../operation';
import { detailsOfBudget, membersOfBudget } from '../wire/budget-members';
import { budgetDetails, budgetMembers } from '../wire/budget-output';
import { budgetId, farmId } from '../wire/inputs';

export const getBudget = operation({
  name: 'GetBudget',
  method: 'GET',
  path: '/2023-10-12/farms/{farmId}/budgets/{budgetId}',
  errors: usualErrors,
  output: z.strictObject({ ...budgetMembers, ...budgetDetails }),
  input: z.object({ farmId, budgetId }),
  handle: async (input, { world }) => {
    const source = world.farms.source(input.farmId);
    const now = world.clock.now();
    const budgets = source.budgets(now).filter(({ budgetId }) => budgetId === input.budgetId);
    const [budget] = await world.farms.budgets.withUsage(source, budgets, now);
    if (!budget) throw notFound('budget', input.budgetId);
    return { body: { ...membersOfBudget(budget), ...detailsOfBudget(budget) } };
  },
});
