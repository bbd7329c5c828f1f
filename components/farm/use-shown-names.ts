'use client';

import { useMemo } from 'react';
import { type Names, withShownNames } from '@/lib/farm/names';
import type { GroupSum } from '@/lib/farm/rows/cost-table';
import { shownIdsOf } from '@/lib/farm/shown-ids';
import { useJobNames } from './use-job-names';
import { useConfiguredUsers, useUsers } from './use-users';

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
  const configured = useConfiguredUsers();
  const users = useUsers();
  const ids = useMemo(() => shownIdsOf(rows), [rows]);
  const { jobNames, warnings: jobWarnings } = useJobNames(farmId, rows, onlyQueueId);
  const shownNames = useMemo(() => {
    const jobs = new Map(ids.jobs);
    for (const [jobId, name] of jobNames) jobs.set(jobId, name);
    return withShownNames(names, { ...ids, jobs }, users);
  }, [names, ids, jobNames, users]);
  const hasUsers = [...ids.userIds].length > 0;
  const warnings = [
    ...((hasUsers && configured.data?.warnings) || []),
    ...(hasUsers && configured.error
      ? [`Names of users may be missing or old. ${configured.error.message}`]
      : []),
    ...jobWarnings,
  ];
  return { names: shownNames, warnings };
}
