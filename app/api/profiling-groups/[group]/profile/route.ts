import { z } from 'zod';
import { groupName } from '@/lib/server/http/fields';
import { profileQuery, viewChoice } from '@/lib/server/http/profile-query';
import { route } from '@/lib/server/http/respond';
import { getProfileView } from '@/lib/server/profiler/get-profile-view';

export const GET = route({
  need: 'view',
  about: 'Reads a profile, and folds it to a width.',
  params: z.object({ group: groupName }),
  query: profileQuery.extend(viewChoice),
  answer: ({ params, query }, signal) => getProfileView({ ...params, ...query }, signal),
});
