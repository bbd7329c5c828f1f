import { route } from '@/lib/server/http/respond';
import { listProfilingGroups } from '@/lib/server/profiler/list-profiling-groups';

export const GET = route({
  need: 'view',
  about: 'Lists the profiling groups.',
  answer: (_, signal) => listProfilingGroups(undefined, signal),
});
