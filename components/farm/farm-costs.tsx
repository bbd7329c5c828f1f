'use client';

import { Stack } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { EmptyNotice } from '@/components/panel/empty-notice';
import { Panel } from '@/components/panel/panel';
import { PanelSkeleton } from '@/components/panel/panel-skeleton';
import { ProblemNotice } from '@/components/panel/problem-notice';
import { Warnings } from '@/components/panel/warnings';
import { type PageRange, useRange } from '@/components/range/use-range';
import type { Answer } from '@/lib/answer/answer';
import { counted } from '@/lib/answer/counted';
import { PERIOD_LABELS } from '@/lib/farm/labels';
import type { Names } from '@/lib/farm/names';
import { type Fleet, type Queue, STATISTICS } from '@/lib/farm/session-statistics';
import {
  type BuiltStatisticsRequest,
  buildStatisticsRequest,
  longerPeriod,
  MAX_RESOURCES,
} from '@/lib/farm/statistics-request';
import { absoluteRange } from '@/lib/time/range';
import type { NarrowerRequest } from './aggregation-failed';
import { FarmStatistics } from './farm-statistics';
import type { FarmChoice } from './farm-toolbar';
import type { RowsView } from './rows-table';

type FarmCostsProps = {
  farmId: string;
  queues: UseQueryResult<Answer<Queue[]>>;
  fleets: UseQueryResult<Answer<Fleet[]>>;
  names: Names;
  choice: FarmChoice;
  onChange(change: Partial<FarmChoice>): void;
  rowsView: RowsView;
  /** Shown between the charts and the rows, also when there are none. */
  budgets: ReactNode;
};

/** The cost of the chosen queues or fleets of a farm in the page's range. */
export function FarmCosts(props: FarmCostsProps) {
  const { farmId, queues, fleets, names, choice, onChange, rowsView, budgets } = props;
  const range = useRange();
  const { zone } = range;
  const { from, to } = range.span;
  const [queueList, fleetList] = [queues.data?.data, fleets.data?.data];
  const built = useMemo(() => {
    const hasChoice = choice.queueIds?.length || choice.fleetIds?.length;
    if (!queueList && !hasChoice) return undefined;
    const farm = { farmId, queues: queueList ?? [], fleets: fleetList ?? [] };
    return buildStatisticsRequest(farm, { from, to }, zone, choice, STATISTICS);
  }, [farmId, queueList, fleetList, from, to, zone, choice]);

  if (!built) {
    return (
      <Stack gap="md">
        <NoQueues queues={queues} />
        {budgets}
      </Stack>
    );
  }
  const problem = queues.error ?? fleets.error;
  return (
    <Stack gap="xs">
      {problem && (
        <ProblemNotice
          error={problem}
          onRetry={() => void Promise.all([queues.refetch(), fleets.refetch()])}
        />
      )}
      <Warnings warnings={[...(queues.data?.warnings ?? []), ...(fleets.data?.warnings ?? [])]} />
      <FarmStatistics
        built={built}
        statistic={choice.statistic}
        names={names}
        rowsView={rowsView}
        budgets={budgets}
        narrower={narrowerRequest(built, range, onChange)}
      />
    </Stack>
  );
}

function NoQueues({ queues }: Pick<FarmCostsProps, 'queues'>) {
  return (
    <Panel title="Cost" onRetry={() => void queues.refetch()}>
      {queues.error && <ProblemNotice error={queues.error} onRetry={() => void queues.refetch()} />}
      {queues.isPending && <PanelSkeleton height={336} label="Loading queues" />}
      {queues.data && (
        <EmptyNotice
          why="This farm has no queues, so it has no sessions. Create a queue in the Deadline Cloud console and submit a job to it."
          height={336}
        />
      )}
    </Panel>
  );
}

function narrowerRequest(
  built: BuiltStatisticsRequest,
  range: PageRange,
  onChange: FarmCostsProps['onChange'],
): NarrowerRequest {
  const { request, resources } = built;
  const period = longerPeriod(request.period);
  const half = Math.ceil(Math.min(resources.count, MAX_RESOURCES) / 2);
  const { from, to } = range.span;
  const middle = from + Math.floor((to - from) / 2);
  return {
    ...(period && {
      longerPeriod: { label: PERIOD_LABELS[period], onClick: () => onChange({ period }) },
    }),
    shorterRange: () => range.setRange(absoluteRange({ from: middle, to })),
    ...(resources.count > 1 && {
      fewerResources: {
        label: `Use only the first ${counted(half, resources.kind)}`,
        onClick: () =>
          onChange({
            queueIds: request.queueIds?.slice(0, half) ?? [],
            fleetIds: request.fleetIds?.slice(0, half) ?? [],
          }),
      },
    }),
  };
}
