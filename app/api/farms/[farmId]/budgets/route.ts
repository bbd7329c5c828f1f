import { z } from 'zod';
import { activeBudgets, farmBudgets } from '@/lib/server/deadline/farm-budgets';
import { listBudgets } from '@/lib/server/deadline/list-budgets';
import { farmId, oneOf } from '@/lib/server/http/fields';
import { route } from '@/lib/server/http/respond';

const READ = { all: farmBudgets, active: activeBudgets, none: listBudgets };

export const GET = route({
  need: 'view',
  about: 'Lists the budgets of a farm.',
  params: z.object({ farmId }),
  query: z.object({ details: oneOf(['all', 'active', 'none']).default('all') }),
  answer: ({ params, query }, signal) => READ[query.details](params.farmId, signal),
});
