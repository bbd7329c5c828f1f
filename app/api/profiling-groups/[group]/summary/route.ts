import { z } from 'zod';
import { END_AFTER_START, groupName, instant } from '@/lib/server/http/fields';
import { route } from '@/lib/server/http/respond';
import { getGroupSummary } from '@/lib/server/profiler/get-group-summary';

export const GET = route({
  need: 'view',
  about: 'Sums up a profiling group over a range.',
  params: z.object({ group: groupName }),
  query: z.object({ startTime: instant, endTime: instant }).refine(...END_AFTER_START),
  answer: ({ params, query }, signal) => getGroupSummary({ ...params, ...query }, signal),
});
