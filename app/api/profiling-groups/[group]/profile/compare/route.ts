import { z } from 'zod';
import { groupName } from '@/lib/server/http/fields';
import { baselineQuery, profileQuery, viewChoice } from '@/lib/server/http/profile-query';
import { route } from '@/lib/server/http/respond';
import { getComparedView } from '@/lib/server/profiler/get-profile-view';

export const GET = route({
  need: 'view',
  about: 'Compares two profiles, and folds the difference to a width.',
  params: z.object({ group: groupName }),
  query: profileQuery.extend(viewChoice).extend(baselineQuery),
  answer: ({ params, query }, signal) => {
    const { baselineGroup, baselineStartTime, baselineEndTime, baselinePeriod, baselineKept, ...ask } = query;
    const baseline = {
      group: baselineGroup ?? params.group,
      startTime: baselineStartTime,
      endTime: baselineEndTime,
      period: baselinePeriod,
      ...(baselineKept !== undefined && { kept: baselineKept }),
    };
    return getComparedView({ ...params, ...ask, baseline }, signal);
  },
});
