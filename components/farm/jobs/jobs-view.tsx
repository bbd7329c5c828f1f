'use client';

import { Text } from '@mantine/core';
import { useQueryStates } from 'nuqs';
import { useMemo } from 'react';
import { Warnings } from '@/components/panel/warnings';
import { counted } from '@/lib/answer/counted';
import { coversText, sumRowLabel } from '@/lib/farm/covers-text';
import type { JobsOfRows } from '@/lib/farm/jobs/jobs-of';
import { patternText } from '@/lib/farm/jobs/pattern-text';
import type { Names } from '@/lib/farm/names';
import type { AskedCosts } from '@/lib/farm/plan/asked-costs';
import type { Costs } from '@/lib/farm/stream/collect-costs';
import type { PlaceNav } from '../path/place-nav';
import type { JobLine } from './job-rows';
import { jobsParams } from './jobs-params';
import { PatternField } from './pattern-field';
import { RollUpTable } from './roll-up-table';
import { TopJobs } from './top-jobs';
import { useNameParts } from './use-name-parts';

type JobsViewProps = {
  asked: AskedCosts;
  costs: Costs;
  found: JobsOfRows;
  /** Those of the queues and fleets, among others. */
  pageNames: Names;
  nav: PlaceNav;
};

/** The field for the pattern, and the jobs rolled up by it; without one, the most expensive jobs. */
export function JobsView({ asked, costs, found, pageNames, nav }: JobsViewProps) {
  const [{ pattern }, change] = useQueryStates(jobsParams);
  const names = useMemo(() => found.jobs.map(({ name }) => name), [found]);
  const { result, isCurrent } = useNameParts(pattern, names);
  const problem =
    pattern !== '' && isCurrent && result && result.kind !== 'parts' ? patternText(result) : undefined;
  const { withoutJob, whole, hasCompute } = found;
  const rest: JobLine[] = withoutJob
    ? [{ ...withoutJob, id: 'without a job', name: 'Usage without a job', jobCount: 0, depth: 0 }]
    : [];
  const sum = {
    ...whole,
    id: 'sum',
    name: sumRowLabel(asked, costs, pageNames),
    jobCount: found.jobs.length,
    depth: 0,
  };
  const table = { found, rest, sum, hasCompute };
  return (
    <>
      <Warnings
        warnings={
          costs.isCut ? [`Only ${counted(costs.rowCount, 'row')} were read, and more jobs are missing.`] : []
        }
      />
      <PatternField
        value={pattern}
        names={names}
        error={problem}
        onChange={(text) => void change({ pattern: text || null }, { history: 'replace' })}
      />
      {pattern !== '' && result?.kind === 'parts' ? (
        <RollUpTable names={names} result={result} {...table} />
      ) : (
        <TopJobs nav={nav} {...table} />
      )}
      <Text size="xs" c="dimmed" mt="xs" role="status">
        {!isCurrent && 'Trying the pattern. '}
        {hasCompute
          ? 'Cost is of all usage types; the hours are of compute alone. '
          : 'The hours are of all usage types together. '}
        {coversText(asked, costs, pageNames)}
      </Text>
    </>
  );
}
