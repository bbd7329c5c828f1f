import { z } from 'zod';
import { groupName, instant } from '@/lib/server/http/fields';
import { route } from '@/lib/server/http/respond';
import { getRecommendations } from '@/lib/server/profiler/get-recommendations';

export const GET = route({
  need: 'view',
  about: 'Reads AWS’s recommendations and anomalies for a range.',
  params: z.object({ group: groupName }),
  query: z.object({ startTime: instant, endTime: instant }),
  answer: ({ params, query }, signal) => getRecommendations({ ...params, ...query }, signal),
});
