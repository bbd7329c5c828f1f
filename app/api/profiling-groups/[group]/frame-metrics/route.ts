import { z } from 'zod';
import { STRIP_PERIOD_NAMES } from '@/lib/profile/range/profile-periods';
import { MAX_TREND_NAME_LENGTH } from '@/lib/profile/range/trend';
import { END_AFTER_START, groupName, instant, oneOf } from '@/lib/server/http/fields';
import { threadStates } from '@/lib/server/http/profile-query';
import { route } from '@/lib/server/http/respond';
import { getFrameTrend } from '@/lib/server/profiler/batch-get-frame-metric-data';

const NAME_RULE = `must be the name of a function, at most ${MAX_TREND_NAME_LENGTH} characters`;

export const GET = route({
  need: 'view',
  about: 'Reads how the share of a function developed over a range.',
  params: z.object({ group: groupName }),
  query: z
    .object({
      startTime: instant,
      endTime: instant,
      period: oneOf(STRIP_PERIOD_NAMES),
      name: z.string({ error: NAME_RULE }).min(1, NAME_RULE).max(MAX_TREND_NAME_LENGTH, NAME_RULE),
      threadStates: threadStates.default([]),
    })
    .refine(...END_AFTER_START),
  answer: ({ params, query }, signal) => getFrameTrend({ ...params, ...query }, signal),
});
