import { z } from 'zod';
import { listErrors } from '../errors';
import type { DeadlineWorld } from '../operation';
import { operation } from '../operation';
import { farmId, jobId, queueId } from '../wire/inputs';
import { membersOfJob } from '../wire/job-members';
import { jobDetails, jobMembers } from '../wire/job-output';

const identifier = z.object({ farmId, queueId, jobId });
type Identifier = z.output<typeof identifier>;

const place = { farmId, queueId };

/**
 * [?] Jobs and errors come in the order in which they were asked for, and what is asked for twice comes twice. A farm
 * or queue that there isn't makes an error for each of its jobs.
 */
export const batchGetJob = operation({
  name: 'BatchGetJob',
  method: 'POST',
  path: '/2023-10-12/batch-get-job',
  errors: listErrors,
  output: z.strictObject({
    jobs: z.array(z.strictObject({ ...place, ...jobMembers, ...jobDetails })),
    errors: z.array(
      z.strictObject({
        ...place,
        jobId,
        code: z.enum([
          'InternalServerErrorException',
          'ResourceNotFoundException',
          'ValidationException',
          'AccessDeniedException',
          'ThrottlingException',
        ]),
        message: z.string(),
      }),
    ),
  }),
  input: z.object({ identifiers: z.array(identifier).min(1).max(100) }),
  handle: async ({ identifiers }, { world }) => {
    const found = await findAll(world, identifiers);
    const jobs: object[] = [];
    const errors: object[] = [];
    for (const asked of identifiers) {
      const job = found.get(keyOf(asked));
      if (job) jobs.push({ farmId: asked.farmId, queueId: asked.queueId, ...job });
      else errors.push({ ...asked, code: 'ResourceNotFoundException', message: missing(world, asked) });
    }
    return { body: { jobs, errors } };
  },
});

const keyOf = ({ farmId, queueId, jobId }: Identifier) => `${farmId} ${queueId} ${jobId}`;

/** One question for each queue that is named. */
async function findAll(world: DeadlineWorld, identifiers: Identifier[]): Promise<Map<string, object>> {
  const queues = new Map<string, { farmId: string; queueId: string; jobIds: string[] }>();
  for (const { farmId, queueId, jobId } of identifiers) {
    const queue = queues.get(`${farmId} ${queueId}`) ?? { farmId, queueId, jobIds: [] };
    queue.jobIds.push(jobId);
    queues.set(`${farmId} ${queueId}`, queue);
  }
  const found = new Map<string, object>();
  for (const { farmId, queueId, jobIds } of queues.values()) {
    if (!world.farms.hasQueue(farmId, queueId)) continue;
    for (const job of await world.farms.jobs.find(farmId, queueId, jobIds, world.clock.now())) {
      found.set(keyOf({ farmId, queueId, jobId: job.jobId }), membersOfJob(job));
    }
  }
  return found;
}

function missing(world: DeadlineWorld, { farmId, queueId, jobId }: Identifier): string {
  if (!world.farms.hasFarm(farmId)) return `There is no farm ${farmId}.`;
  return world.farms.hasQueue(farmId, queueId)
    ? `There is no job ${jobId}.`
    : `There is no queue ${queueId}.`;
}
