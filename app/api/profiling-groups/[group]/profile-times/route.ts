import { z } from 'zod';
import { groupName, instant, oneOf, pageToken, wholeNumber } from '@/lib/server/http/fields';
import { route } from '@/lib/server/http/respond';
import { listProfileTimes } from '@/lib/server/profiler/list-profile-times';

export const GET = route({
  params: z.object({ group: groupName }),
  query: z
    .object({
      startTime: instant,
      endTime: instant,
      period: oneOf(['PT5M', 'PT1H', 'P1D']),
      orderBy: oneOf(['TimestampDescending', 'TimestampAscending']).optional(),
      maxResults: wholeNumber(1, 1000).optional(),
      nextToken: pageToken(/^[\w-]{1,64}$/).optional(),
    })
    .refine(({ startTime, endTime }) => endTime > startTime, {
      path: ['endTime'],
      message: 'must be after startTime',
    }),
  answer: ({ params, query }, signal) => listProfileTimes({ ...params, ...query }, signal),
});
