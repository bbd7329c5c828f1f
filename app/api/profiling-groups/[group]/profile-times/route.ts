import { z } from 'zod';
import { STRIP_PERIOD_NAMES } from '@/lib/profile/range/profile-periods';
import { END_AFTER_START, groupName, instant, oneOf, pageToken, wholeNumber } from '@/lib/server/http/fields';
import { route } from '@/lib/server/http/respond';
import { listProfileTimes } from '@/lib/server/profiler/list-profile-times';

export const GET = route({
  need: 'view',
  about: 'Lists the starts of the profiles in a range.',
  params: z.object({ group: groupName }),
  query: z
    .object({
      startTime: instant,
      endTime: instant,
      period: oneOf(STRIP_PERIOD_NAMES),
      orderBy: oneOf(['TimestampDescending', 'TimestampAscending']).optional(),
      maxResults: wholeNumber(1, 1000).optional(),
      nextToken: pageToken(/^[\w-]{1,64}$/).optional(),
    })
    .refine(...END_AFTER_START),
  answer: ({ params, query }, signal) => listProfileTimes({ ...params, ...query }, signal),
});
