import { z } from 'zod';
import { farmBudgets } from '@/lib/server/deadline/farm-budgets';
import { listBudgets } from '@/lib/server/deadline/list-budgets';
import { farmId } from '@/lib/server/http/fields';
import { route } from '@/lib/server/http/respond';

export const GET = route({
  params: z.object({ farmId }),
  query: z.object({ details: z.literal('none').optional() }),
  answer: ({ params, query }, signal) =>
    query.details === 'none' ? listBudgets(params.farmId, signal) : farmBudgets(params.farmId, signal),
});
