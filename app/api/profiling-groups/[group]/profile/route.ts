import { z } from 'zod';
import { DATA_CHOICES } from '@/lib/profile/states';
import { groupName, oneOf, wholeNumber } from '@/lib/server/http/fields';
import { frameKey, profileQuery, searchText } from '@/lib/server/http/profile-query';
import { route } from '@/lib/server/http/respond';
import { getProfileView } from '@/lib/server/profiler/get-profile-view';

const DEFAULT_WIDTH = 1600;

export const GET = route({
  params: z.object({ group: groupName }),
  query: profileQuery.extend({
    width: wholeNumber(50, 8000).default(DEFAULT_WIDTH),
    data: oneOf(DATA_CHOICES).default('cpu'),
    focus: frameKey.optional(),
    search: searchText.optional(),
  }),
  answer: ({ params, query }, signal) => getProfileView({ ...params, ...query }, signal),
});
