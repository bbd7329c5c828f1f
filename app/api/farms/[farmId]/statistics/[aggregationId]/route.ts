import { z } from 'zod';
import { getSessionsStatisticsAggregation } from '@/lib/server/deadline/get-sessions-statistics-aggregation';
import { aggregationId, farmId, pageToken, wholeNumber } from '@/lib/server/http/fields';
import { route } from '@/lib/server/http/respond';

export const GET = route({
  params: z.object({ farmId, aggregationId }),
  query: z.object({
    nextToken: pageToken(/^.{1,4096}$/s).optional(),
    maxResults: wholeNumber(1, 100).optional(),
  }),
  answer: ({ params, query }, signal) => getSessionsStatisticsAggregation({ ...params, ...query }, signal),
});
