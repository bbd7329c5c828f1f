import { z } from 'zod';
import { listQueues } from '@/lib/server/deadline/list-queues';
import { farmId } from '@/lib/server/http/fields';
import { route } from '@/lib/server/http/respond';

export const GET = route({
  need: 'view',
  about: 'Lists the queues of a farm.',
  params: z.object({ farmId }),
  answer: ({ params }, signal) => listQueues(params.farmId, signal),
});
