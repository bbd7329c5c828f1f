import { z } from 'zod';
import { listFleets } from '@/lib/server/deadline/list-fleets';
import { farmId } from '@/lib/server/http/fields';
import { route } from '@/lib/server/http/respond';

export const GET = route({
  need: 'view',
  about: 'Lists the fleets of a farm.',
  params: z.object({ farmId }),
  answer: ({ params }, signal) => listFleets(params.farmId, signal),
});
