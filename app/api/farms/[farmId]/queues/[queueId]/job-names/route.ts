import { z } from 'zod';
import { getJobNames } from '@/lib/server/deadline/batch-get-job';
import { farmId, jobIds, queueId } from '@/lib/server/http/fields';
import { route } from '@/lib/server/http/respond';

export const GET = route({
  need: 'view',
  about: 'Reads the names of jobs.',
  params: z.object({ farmId, queueId }),
  query: z.object({ jobIds }),
  answer: ({ params, query }, signal) => getJobNames({ ...params, ...query }, signal),
});
