import { z } from 'zod';
import { groupName } from '@/lib/server/http/fields';
import { route } from '@/lib/server/http/respond';
import { describeProfilingGroup } from '@/lib/server/profiler/describe-profiling-group';

export const GET = route({
  need: 'view',
  params: z.object({ group: groupName }),
  answer: ({ params }, signal) => describeProfilingGroup(params.group, signal),
});
