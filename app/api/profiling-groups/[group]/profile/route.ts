import { z } from 'zod';
import { groupName, wholeNumber } from '@/lib/server/http/fields';
import { frameChoice, profileQuery } from '@/lib/server/http/profile-query';
import { route } from '@/lib/server/http/respond';
import { getProfileView } from '@/lib/server/profiler/look-at-profile';

const DEFAULT_WIDTH = 1600;

export const GET = route({
  params: z.object({ group: groupName }),
  query: profileQuery.extend({ ...frameChoice, width: wholeNumber(50, 8000).default(DEFAULT_WIDTH) }),
  answer: ({ params, query }, signal) => getProfileView({ ...params, ...query }, signal),
});
