import { route } from '@/lib/server/http/respond';
import { listProfilingGroups } from '@/lib/server/profiler/list-profiling-groups';

export const GET = route({ need: 'view', answer: (_, signal) => listProfilingGroups(undefined, signal) });
