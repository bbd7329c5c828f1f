import { z } from 'zod';
import { farmBudgets } from '@/lib/server/deadline/farm-budgets';
import { farmId } from '@/lib/server/http/fields';
import { route } from '@/lib/server/http/respond';

export const GET = route({
  params: z.object({ farmId }),
  answer: ({ params }, signal) => farmBudgets(params.farmId, signal),
});
