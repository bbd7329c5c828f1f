import { z } from 'zod';
import { notFound, usualErrors } from '../errors';
import { operation } from '../operation';
import { farmId, jobId, queueId } from '../wire/inputs';
import { membersOfJob } from '../wire/job-members';
import { jobDetails, jobMembers } from '../wire/job-output';

export const getJob = operation({
  name: 'GetJob',
  method: 'GET',
  path: '/2023-10-12/farms/{farmId}/queues/{queueId}/jobs/{jobId}',
  errors: usualErrors,
  output: z.strictObject({ ...jobMembers, ...jobDetails }),
  input: z.object({ farmId, queueId, jobId }),
  handle: async ({ farmId, queueId, jobId }, { world }) => {
    world.farms.queue(farmId, queueId);
    const { farms, clock } = world;
    const [job] = await farms.jobs.find(farms.source(farmId), queueId, [jobId], clock.now());
    if (!job) throw notFound('job', jobId);
    return { body: membersOfJob(job) };
  },
});
