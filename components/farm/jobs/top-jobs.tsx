import { Text } from '@mantine/core';
import { useMemo } from 'react';
import { counted } from '@/lib/answer/counted';
import type { JobsOfRows } from '@/lib/farm/jobs/jobs-of';
import { sumOfJobs } from '@/lib/farm/jobs/roll-up';
import { distinctNames } from '@/lib/farm/naming/distinct-names';
import { formatShare } from '@/lib/farm/shares';
import { ratio } from '@/lib/farm/totals/total-columns';
import { PlaceLink } from '../path/place-link';
import { drillHref, type PlaceNav } from '../path/place-nav';
import type { JobLine } from './job-rows';
import { JobsTable } from './jobs-table';

const MAX_JOBS = 20;

type TopJobsProps = {
  found: JobsOfRows;
  /** Lines after the jobs. */
  rest: readonly JobLine[];
  sum: JobLine;
  hasCompute: boolean;
  nav: PlaceNav;
};

/** The most expensive jobs, and the others in one line. */
export function TopJobs({ found, rest, sum, hasCompute, nav }: TopJobsProps) {
  const { jobs, whole } = found;
  const names = useMemo(() => distinctNames(jobs), [jobs]);
  // A single other job is shown itself instead of as the others.
  const top = jobs.slice(0, jobs.length === MAX_JOBS + 1 ? jobs.length : MAX_JOBS);
  const others = jobs.slice(top.length);
  const lines: JobLine[] = top.map((job) => {
    const href = drillHref(nav, 'JOB_ID', job.id);
    const name = names.get(job.id) ?? job.name;
    return { ...job, name, title: `${name} · ${job.id}`, jobCount: 1, depth: 0, ...(href && { href }) };
  });
  if (others.length > 0)
    lines.push({
      ...sumOfJobs(others),
      ...{ id: 'others', name: counted(others.length, 'other job'), jobCount: others.length, depth: 0 },
    });
  const share = formatShare(ratio(sumOfJobs(top).costUsd, whole.costUsd));
  return (
    <>
      {others.length > 0 && (
        <Text size="sm" mb={4}>
          {`The ${top.length} most expensive of ${counted(jobs.length, 'job')} have ${share} of the cost. `}
          <PlaceLink href={nav.href({ ...nav.place, groupBy: ['JOB_ID'] })}>Group the page by job</PlaceLink>
        </Text>
      )}
      <JobsTable
        label="Most expensive jobs"
        nameLabel="Job"
        lines={[...lines, ...rest]}
        hasJobs={false}
        wholeUsd={whole.costUsd}
        {...{ sum, hasCompute }}
      />
    </>
  );
}
