import { expect, test } from 'vitest';
import { ProblemError } from '@/lib/answer/problem';
import type { JobNamesRequest } from '@/lib/farm/jobs/job-names';
import { jobNamesOptions } from './job-names';
import { createQueryClient } from './query-client';

const request = (queueId: string): JobNamesRequest => ({ farmId: 'farm', queueId, jobIds: ['job-1'] });

test('keeps the names of the requests that succeed, and says why others are missing', async () => {
  const problem = { code: 'X', message: 'AWS denied deadline:BatchGetJob.', status: 403, retryable: true };
  const options = jobNamesOptions([request('a'), request('b'), request('c')], async ({ queueId }) => {
    if (queueId === 'b') throw new ProblemError(problem);
    const data = [{ jobId: `job of ${queueId}`, name: queueId }];
    return { data, asOf: 1, partial: false, warnings: queueId === 'c' ? ['One is gone.'] : [] };
  });
  expect(await createQueryClient().fetchQuery(options)).toEqual({
    data: [
      { jobId: 'job of a', name: 'a' },
      { jobId: 'job of c', name: 'c' },
    ],
    warnings: ['Some jobs show their ids. AWS denied deadline:BatchGetJob.', 'One is gone.'],
  });
});
