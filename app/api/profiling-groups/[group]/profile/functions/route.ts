import { z } from 'zod';
import { groupName } from '@/lib/server/http/fields';
import { frameChoice, profileQuery } from '@/lib/server/http/profile-query';
import { route } from '@/lib/server/http/respond';
import { getProfileFunctions } from '@/lib/server/profiler/get-profile-view';

export const GET = route({
  need: 'view',
  about: 'Lists the functions of a profile with their self and total.',
  params: z.object({ group: groupName }),
  query: profileQuery.extend(frameChoice),
  answer: ({ params, query }, signal) => getProfileFunctions({ ...params, ...query }, signal),
});
