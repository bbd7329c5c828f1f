import { z } from 'zod';
import { groupName } from '@/lib/server/http/fields';
import { route } from '@/lib/server/http/respond';
import { describeProfilingGroup } from '@/lib/server/profiler/describe-profiling-group';

export const GET = route({
  need: 'view',
  about: 'Describes a profiling group.',
  params: z.object({ group: groupName }),
  answer: ({ params }, signal) => describeProfilingGroup(params.group, signal),
});
