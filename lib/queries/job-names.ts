import { queryOptions } from '@tanstack/react-query';
import type { Answer } from '@/lib/answer/answer';
import { ProblemError } from '@/lib/answer/problem';
import type { JobName, JobNamesRequest } from '@/lib/farm/jobs/job-names';
import { asked } from './asked';
import { apiPath, fetcherAt } from './fetch-json';

const STALE_MS = 10 * 60_000;

const namesPath = ({ farmId, queueId, jobIds }: JobNamesRequest) =>
  apiPath(`/api/farms/${encodeURIComponent(farmId)}/queues/${encodeURIComponent(queueId)}/job-names`, {
    jobIds: jobIds.join(),
  });

const fetchJobNames = fetcherAt<JobNamesRequest, JobName[]>(namesPath);

export type JobNames = Pick<Answer<JobName[]>, 'data' | 'warnings'>;

/** The names of jobs, one request after the other. A request that fails leaves its jobs without a name, with a warning. */
export const jobNamesOptions = (requests: readonly JobNamesRequest[], fetcher = fetchJobNames) =>
  queryOptions({
    queryKey: ['job-names', requests],
    queryFn: async ({ signal }): Promise<JobNames> => {
      const data: JobName[] = [];
      const warnings: string[] = [];
      for (const request of requests) {
        try {
          const answer = await fetcher(request, signal);
          data.push(...answer.data);
          warnings.push(...answer.warnings);
        } catch (error) {
          if (!(error instanceof ProblemError)) throw error;
          warnings.push(`Some jobs show their ids. ${error.problem.message}`);
        }
      }
      return { data, warnings };
    },
    enabled: requests.length > 0,
    staleTime: STALE_MS,
    meta: asked(...requests.map(namesPath)),
  });
