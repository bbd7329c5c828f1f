import { z } from 'zod';
import { usualErrors } from '../errors';
import { operation } from '../operation';
import { placeOf, tokenAt } from '../pages';
import type { JobPlace } from '../store/jobs';
import { farmId, paging, principalId, queueId } from '../wire/inputs';
import { membersOfJob } from '../wire/job-members';
import { jobMembers } from '../wire/job-output';
import { nextToken } from '../wire/output';

/** [?] The newest job comes first, so that a page stays where it was while others are submitted. */
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
    const after = placeFrom(placeOf(world, input, binding));
    world.farms.queue(farmId, queueId);
    const now = world.clock.now();
    const jobs = await world.farms.jobs.page(farmId, queueId, now, maxResults + 1, after);
    const page = jobs.slice(0, maxResults);
    const last = page.at(-1);
    const more = last && jobs.length > maxResults;
    const next = more ? { nextToken: tokenAt(world, input, binding, textOf(last)) } : {};
    return { body: { jobs: page.map(membersOfJob), ...next } };
  },
});

/** A place as a page token holds it: base 36 and the digits of the id. */
const textOf = ({ createdAt, jobId }: JobPlace) => `${createdAt.toString(36)}-${jobId.slice('job-'.length)}`;

function placeFrom(text: string | undefined): JobPlace | undefined {
  if (text === undefined) return undefined;
  const [time = '', digits = ''] = text.split('-');
  return { createdAt: Number.parseInt(time, 36), jobId: `job-${digits}` };
}
