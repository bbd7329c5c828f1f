import { z } from 'zod';
import { getFarm } from '@/lib/server/deadline/get-farm';
import { farmId } from '@/lib/server/http/fields';
import { route } from '@/lib/server/http/respond';

export const GET = route({
  need: 'view',
  about: 'Describes a farm.',
  params: z.object({ farmId }),
  answer: ({ params }, signal) => getFarm(params.farmId, signal),
});
