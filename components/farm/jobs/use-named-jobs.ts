'use client';

import { useMemo } from 'react';
import { onlyQueueOf } from '@/lib/farm/jobs/job-names';
import { type JobsOfRows, jobsOf } from '@/lib/farm/jobs/jobs-of';
import type { Names } from '@/lib/farm/names';
import { type GroupSum, groupSums } from '@/lib/farm/rows/cost-table';
import type { GroupKey } from '@/lib/farm/session-statistics';
import { useJobNames } from '../use-job-names';
import type { JobsCosts } from './use-jobs-costs';

const NO_ROWS: readonly GroupSum[] = [];
const KEYS: readonly GroupKey[] = ['JOB_ID', 'QUEUE_ID'];

/** The jobs of costs with their names. `names` are those of the page, which are of its jobs too if it is grouped by them. */
export function useNamedJobs(
  jobs: JobsCosts,
  names: Names,
): { found: JobsOfRows | undefined; warnings: string[] } {
  const known = jobs.kind === 'known' ? jobs : undefined;
  const rows = known?.costs.rows;
  const query = known?.asked.query;
  const isOwn = known?.isOwn ?? false;
  const sums = useMemo(
    () =>
      rows && !isOwn ? groupSums({ rows, keys: KEYS.filter((key) => rows.keys.includes(key)) }) : NO_ROWS,
    [rows, isOwn],
  );
  const { jobNames, warnings } = useJobNames(query?.farmId ?? '', sums, query && onlyQueueOf(query));
  const found = useMemo(() => rows && jobsOf(rows, isOwn ? names : jobNames), [rows, isOwn, names, jobNames]);
  return { found, warnings };
}
