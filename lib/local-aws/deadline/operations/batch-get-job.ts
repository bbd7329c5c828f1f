import { z } from 'zod';
import { listErrors } from '../errors';
import type { DeadlineWorld } from '../operation';
import { operation } from '../operation';
import { farmId, jobId, queueId } from '../wire/inputs';
import { membersOfJob } from '../wire/job-members';
import { jobDetails, jobMembers } from '../wire/job-output';

const identifier = z.object({ farmId, queueId, jobId });
type Identifier = z.output<typeof identifier>;

const queueKey = { farmId, queueId };

/**
 * [?] Jobs and errors come in the order requested, and a job requested twice comes twice. A farm or queue that doesn't
 * exist is an error for each of its jobs.
 */
export const batchGetJob = operation({
  name: 'BatchGetJob',
  method: 'POST',
  path: '/2023-10-12/batch-get-job',
  errors: listErrors,
  output: z.strictObject({
    jobs: z.array(z.strictObject({ ...queueKey, ...jobMembers, ...jobDetails })),
    errors: z.array(
      z.strictObject({
        ...queueKey,
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
    for (const identifier of identifiers) {
      const job = found.get(keyOf(identifier));
      if (job) jobs.push({ farmId: identifier.farmId, queueId: identifier.queueId, ...job });
      else
        errors.push({
          ...identifier,
          code: 'ResourceNotFoundException',
          message: missing(world, identifier),
        });
    }
    return { body: { jobs, errors } };
  },
});

const keyOf = ({ farmId, queueId, jobId }: Identifier) => `${farmId} ${queueId} ${jobId}`;

/** Queries each queue once. */
async function findAll(
  { farms, clock }: DeadlineWorld,
  identifiers: Identifier[],
): Promise<Map<string, object>> {
  const queues = new Map<string, { farmId: string; queueId: string; jobIds: string[] }>();
  for (const { farmId, queueId, jobId } of identifiers) {
    const queue = queues.get(`${farmId} ${queueId}`) ?? { farmId, queueId, jobIds: [] };
    queue.jobIds.push(jobId);
    queues.set(`${farmId} ${queueId}`, queue);
  }
  const found = new Map<string, object>();
  for (const { farmId, queueId, jobIds } of queues.values()) {
    if (!farms.hasQueue(farmId, queueId)) continue;
    const jobs = await farms.jobs.find(farms.source(farmId), queueId, jobIds, clock.now());
    for (const job of jobs) {
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
