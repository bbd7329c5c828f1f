'use client';

import { useMemo } from 'react';
import { counted } from '@/lib/answer/counted';
import { unnamedJobs } from '@/lib/farm/jobs/job-names';
import type { Names } from '@/lib/farm/names';
import type { GroupSum } from '@/lib/farm/rows/cost-table';
import { jobNamesOptions } from '@/lib/queries/job-names';
import { useQuery } from '@/lib/queries/use-query';

/**
 * Looks up the jobs of rows that have no name in AWS's statistics, as far as AWS can name them, with the reasons why some stay without
 * one. `onlyQueueId` is the queue of all rows if they are of one alone.
 */
export function useJobNames(
  farmId: string,
  rows: readonly GroupSum[],
  onlyQueueId: string | undefined,
): { jobNames: Names; warnings: string[] } {
  const unnamed = useMemo(() => unnamedJobs(farmId, rows, onlyQueueId), [farmId, rows, onlyQueueId]);
  const { data, error } = useQuery(jobNamesOptions(unnamed.requests));
  const jobNames = useMemo(() => new Map(data?.data.map(({ jobId, name }) => [jobId, name])), [data]);
  const warnings = [
    ...(data?.warnings ?? []),
    ...(error ? [`Names of jobs may be missing. ${error.message}`] : []),
    ...(unnamed.moreCount > 0
      ? [`${counted(unnamed.moreCount, 'more job')} without a name in AWS’s statistics show their ids.`]
      : []),
    ...(unnamed.queuelessCount > 0
      ? [
          `${counted(unnamed.queuelessCount, 'job')} without a name in AWS’s statistics can be named only by ${unnamed.queuelessCount === 1 ? 'its queue' : 'their queues'}: group by queue too, or choose one.`,
        ]
      : []),
  ];
  return { jobNames, warnings };
}
