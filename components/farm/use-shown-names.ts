'use client';

import { useMemo } from 'react';
import { counted } from '@/lib/answer/counted';
import { unnamedJobs } from '@/lib/farm/jobs/job-names';
import { type Names, withShownNames } from '@/lib/farm/names';
import type { GroupSum } from '@/lib/farm/rows/cost-table';
import { shownIdsOf } from '@/lib/farm/shown-ids';
import { jobNamesOptions } from '@/lib/queries/job-names';
import { useQuery } from '@/lib/queries/use-query';
import { usersOptions } from '@/lib/queries/users';
import { useUsers } from './use-users';

const NO_ROWS: readonly GroupSum[] = [];

/**
 * The names of queues and fleets, and those of the jobs and users in rows, with the reasons why some are missing. `onlyQueueId` is
 * the queue of all rows if they are of one alone.
 */
export function useShownNames(
  farmId: string,
  names: Names,
  rows: readonly GroupSum[] = NO_ROWS,
  onlyQueueId?: string,
): { names: Names; warnings: string[] } {
  const configured = useQuery(usersOptions());
  const users = useUsers();
  const ids = useMemo(() => shownIdsOf(rows), [rows]);
  const unnamed = useMemo(() => unnamedJobs(farmId, rows, onlyQueueId), [farmId, rows, onlyQueueId]);
  const found = useQuery(jobNamesOptions(unnamed.requests));
  const shownNames = useMemo(() => {
    const jobs = new Map(ids.jobs);
    for (const { jobId, name } of found.data?.data ?? []) jobs.set(jobId, name);
    return withShownNames(names, { ...ids, jobs }, users);
  }, [names, ids, found.data, users]);
  const hasUsers = [...ids.userIds].length > 0;
  const warnings = [
    ...((hasUsers && configured.data?.warnings) || []),
    ...(hasUsers && configured.error
      ? [`Names of users may be missing or old. ${configured.error.message}`]
      : []),
    ...(found.data?.warnings ?? []),
    ...(found.error ? [`Names of jobs may be missing. ${found.error.message}`] : []),
    ...(unnamed.moreCount > 0
      ? [`${counted(unnamed.moreCount, 'more job')} without a name in AWS’s statistics show their ids.`]
      : []),
    ...(unnamed.queuelessCount > 0
      ? [
          `${counted(unnamed.queuelessCount, 'job')} without a name in AWS’s statistics can be named only by ${unnamed.queuelessCount === 1 ? 'its queue' : 'their queues'}: group by queue too, or choose one.`,
        ]
      : []),
  ];
  return { names: shownNames, warnings };
}
