import { z } from 'zod';
import { usualErrors } from '../errors';
import type { JobPosition } from '../job';
import { operation } from '../operation';
import { positionOf, tokenAt } from '../pages';
import { farmId, paging, principalId, queueId } from '../wire/inputs';
import { membersOfJob } from '../wire/job-members';
import { jobMembers } from '../wire/job-output';
import { nextToken } from '../wire/output';

/** [?] The newest job comes first, so that pages don't shift when jobs are submitted. */
export const listJobs = operation({
  name: 'ListJobs',
  method: 'GET',
  path: '/2023-10-12/farms/{farmId}/queues/{queueId}/jobs',
  errors: usualErrors,
  output: z.strictObject({ jobs: z.array(z.strictObject(jobMembers)), nextToken }),
  input: z.object({ farmId, queueId, ...paging, principalId }),
  handle: async (input, { world }) => {
    const { farmId, queueId, maxResults } = input;
    const binding = ['ListJobs', farmId, queueId, input.principalId];
    const after = positionFrom(positionOf(world, input, binding));
    world.farms.queue(farmId, queueId);
    const { farms, clock } = world;
    const jobs = await farms.jobs.page(farms.source(farmId), queueId, clock.now(), maxResults + 1, after);
    const page = jobs.slice(0, maxResults);
    const last = page.at(-1);
    const hasMore = last && jobs.length > maxResults;
    const next = hasMore ? { nextToken: tokenAt(world, input, binding, textOf(last)) } : {};
    return { body: { jobs: page.map(membersOfJob), ...next } };
  },
});

/** A position as a page token holds it: the creation in base 36 and the hex digits of the id. */
const textOf = ({ createdAt, jobId }: JobPosition) =>
  `${createdAt.toString(36)}-${jobId.slice('job-'.length)}`;

function positionFrom(text: string | undefined): JobPosition | undefined {
  if (text === undefined) return undefined;
  const [time = '', digits = ''] = text.split('-');
  return { createdAt: Number.parseInt(time, 36), jobId: `job-${digits}` };
}
