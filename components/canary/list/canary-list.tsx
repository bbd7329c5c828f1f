'use client';

import { Text } from '@mantine/core';
import { useQueryStates } from 'nuqs';
import { useMemo, useState } from 'react';
import { Panel } from '@/components/panel/panel';
import { PanelSkeleton } from '@/components/panel/panel-skeleton';
import { ProblemNotice } from '@/components/panel/problem-notice';
import { Warnings } from '@/components/panel/warnings';
import { useRange } from '@/components/range/use-range';
import type { Answer } from '@/lib/answer/answer';
import { counted } from '@/lib/answer/counted';
import { groupsByCanary } from '@/lib/canary/list/canary-groups';
import { filterRows } from '@/lib/canary/list/filter-rows';
import { firstRows } from '@/lib/canary/list/first-rows';
import { listText } from '@/lib/canary/list/list-text';
import { noneFoundText } from '@/lib/canary/list/none-found-text';
import { filterByRange } from '@/lib/canary/list/range-filter';
import { isFigure, sortRows } from '@/lib/canary/list/sort-rows';
import type { CanaryWithLastRun } from '@/lib/canary/run';
import { canariesOptions, canaryGroupsOptions } from '@/lib/queries/canary';
import { useQuery } from '@/lib/queries/use-query';
import { NoCanaries } from '../no-canaries';
import { LIST_HEIGHT } from './list-height';
import { ListLegend } from './list-legend';
import { canaryListParams, hasDefaultChoice } from './list-params';
import { ListTable } from './list-table';
import { ListToolbar } from './list-toolbar';
import { useCanaryRows } from './use-canary-rows';
import { useHeldOrder } from './use-held-order';
import { useListSignals } from './use-list-signals';
import { useReadingAll } from './use-reading-all';

/** Every canary: its state, its runs in the range, and when it runs. Failing and silent ones are first. */
export function CanaryList() {
  const { data, error, isFetching, refetch } = useQuery(canariesOptions());
  if (data && data.data.length > 0)
    return <KnownList answer={data} error={error} isFetching={isFetching} onRetry={() => void refetch()} />;
  return (
    <Panel
      title="All canaries"
      id="canaries"
      asOf={data?.asOf}
      fetching={isFetching}
      onRetry={() => void refetch()}
    >
      <Warnings warnings={data?.warnings ?? []} />
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <PanelSkeleton height={LIST_HEIGHT} label="Loading canaries" />}
      {data && <NoCanaries height={LIST_HEIGHT} />}
    </Panel>
  );
}

type KnownListProps = {
  answer: Answer<CanaryWithLastRun[]>;
  error: Error | null;
  isFetching: boolean;
  onRetry(): void;
};

function KnownList({ answer, error, isFetching, onRetry }: KnownListProps) {
  const [choice] = useQueryStates(canaryListParams);
  const groups = useQuery(canaryGroupsOptions());
  // A canary without a last run may have one that is not in a partial answer.
  const hasLastRuns = !answer.partial;
  const groupsOf = useMemo(() => groupsByCanary(groups.data?.data ?? []), [groups.data]);
  const { now } = useRange();
  const [first] = useState(() => (hasDefaultChoice(choice) ? firstRows(answer, now) : []));
  const { rows, setInView, setWanted, ...health } = useCanaryRows(answer.data, first, {
    groupsOf,
    hasLastRuns,
  });
  useListSignals(rows, health.isReading);
  const matching = filterRows(rows, choice);
  const found = filterByRange(matching, choice.runs);
  const sorted = sortRows(found, choice.sort);
  // The text comes and goes at each refresh, which must move nothing.
  const needsAll = choice.runs !== null || isFigure(choice.sort.by);
  const order = JSON.stringify([choice, health.turn]);
  const shown = useHeldOrder({ rows, sorted }, order, health.isReading);
  const readingText = useReadingAll(answer, { rows: matching, found, choice, onWanted: setWanted });
  const retry = () => {
    onRetry();
    health.retry();
  };
  return (
    <Panel
      title="All canaries"
      id="canaries"
      figure={listText(rows)}
      asOf={answer.asOf}
      fetching={isFetching || health.isFetching}
      onRetry={retry}
    >
      <Warnings warnings={[...answer.warnings, ...(groups.data?.warnings ?? [])]} />
      {error && <ProblemNotice error={error} onRetry={onRetry} />}
      {health.error && <ProblemNotice error={health.error} onRetry={health.retry} />}
      {groups.error && <ProblemNotice error={groups.error} onRetry={() => void groups.refetch()} />}
      <ListToolbar rows={rows} groups={(groups.data?.data ?? []).map(({ name }) => name)} />
      <Text size="xs" c="dimmed" mb={4} mih={needsAll ? '1lh' : undefined} role="status">
        {matching.length < rows.length &&
          `${matching.length} of ${counted(rows.length, 'canary', 'canaries')}. `}
        {readingText}
      </Text>
      {shown.length === 0 ? (
        <Text size="sm" c="dimmed" ta="center" py="lg">
          {noneFoundText(matching.length, matching.filter((row) => row.health).length, health.isReading)}
        </Text>
      ) : (
        <>
          <ListTable rows={shown} onView={setInView} />
          <ListLegend />
        </>
      )}
    </Panel>
  );
}
