import { BatchGetJobCommand } from '@aws-sdk/client-deadline';
import { z } from 'zod';
import type { Answer } from '@/lib/answer/answer';
import { counted } from '@/lib/answer/counted';
import type { JobName, JobNamesRequest } from '@/lib/farm/jobs/job-names';
import { MINUTE, SECOND } from '@/lib/time/duration';
import { call } from '../aws/call';
import { deadlineClient } from '../aws/clients';
import { wordingOf } from '../aws/operations';
import { exactNow } from '../clock';
import { SharedCalls } from '../shared-calls';

/** Names of jobs rarely change. An answer with some missing is soon requested again. */
const answers = SharedCalls.named<Answer<JobName[]>>('job names', {
  ttlMs: ({ partial }) => (partial ? 10 * SECOND : 10 * MINUTE),
});

const answer = z.object({
  jobs: z.array(z.object({ jobId: z.string().min(1), name: z.string() })),
  errors: z.array(z.object({ jobId: z.string(), code: z.string() })),
});

/** The names of 1–100 jobs of a queue; a warning tells why some are missing. Rejects with a ProblemError. */
export const getJobNames = (request: JobNamesRequest, signal?: AbortSignal): Promise<Answer<JobName[]>> => {
  const { farmId, queueId, jobIds } = request;
  return answers.get(
    JSON.stringify([farmId, queueId, jobIds.toSorted()]),
    (callSignal) => load(request, callSignal),
    signal,
  );
};

async function load({ farmId, queueId, jobIds }: JobNamesRequest, signal: AbortSignal) {
  const asOf = exactNow();
  const identifiers = jobIds.map((jobId) => ({ farmId, queueId, jobId }));
  const { jobs, errors } = await call(
    'BatchGetJob',
    deadlineClient,
    answer,
    (client, options) => client.send(new BatchGetJobCommand({ identifiers }), options),
    signal,
  );
  return { data: jobs, asOf, partial: errors.length > 0, warnings: errorWarnings(errors) };
}

/** One sentence for each kind of error. */
function errorWarnings(errors: readonly { code: string }[]): string[] {
  const counts = new Map<string, number>();
  for (const { code } of errors) counts.set(code, (counts.get(code) ?? 0) + 1);
  return Array.from(counts, ([code, count]) => `${counted(count, 'job')} ${reasonOf(code, count)}`);
}

function reasonOf(code: string, count: number): string {
  const { action } = wordingOf('BatchGetJob');
  const have = count === 1 ? 'has' : 'have';
  switch (code) {
    case 'ResourceNotFoundException':
      return `${have} no name any more: AWS doesn’t find ${count === 1 ? 'it' : 'them'}.`;
    case 'AccessDeniedException':
      return `${have} no name, because AWS denied ${action} for ${count === 1 ? 'it' : 'them'}.`;
    default:
      return `${have} no name, because ${action} failed for ${count === 1 ? 'it' : 'them'}.`;
  }
}
