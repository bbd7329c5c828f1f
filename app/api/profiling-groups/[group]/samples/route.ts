import { z } from 'zod';
import { STRIP_PERIOD_NAMES } from '@/lib/profile/range/profile-periods';
import { groupName, oneOf } from '@/lib/server/http/fields';
import { ARE_WHOLE_PERIODS, profileStarts } from '@/lib/server/http/profile-starts';
import { route } from '@/lib/server/http/respond';
import { getProfileSamples } from '@/lib/server/profiler/samples/get-profile-samples';

export const GET = route({
  need: 'view',
  about: 'Reads the number of samples of profiles.',
  params: z.object({ group: groupName }),
  query: z.object({ period: oneOf(STRIP_PERIOD_NAMES), starts: profileStarts }).refine(...ARE_WHOLE_PERIODS),
  answer: ({ params, query }, signal) => getProfileSamples({ ...params, ...query }, signal),
});
