import { z } from 'zod';
import { startSessionsStatisticsAggregation } from '@/lib/server/deadline/start-sessions-statistics-aggregation';
import { farmId } from '@/lib/server/http/fields';
import { route } from '@/lib/server/http/respond';
import { statisticsBody } from '@/lib/server/http/statistics-body';

export const POST = route({
  params: z.object({ farmId }),
  body: statisticsBody,
  answer: ({ params, body }, signal) => startSessionsStatisticsAggregation({ ...params, ...body }, signal),
});
