'use client';

import { Stack } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { Route } from 'next';
import { useMemo } from 'react';
import { EmptyNotice } from '@/components/panel/empty-notice';
import { Panel } from '@/components/panel/panel';
import { PanelSkeleton } from '@/components/panel/panel-skeleton';
import { ProblemNotice } from '@/components/panel/problem-notice';
import { Warnings } from '@/components/panel/warnings';
import { type PageRange, useRange } from '@/components/range/use-range';
import type { Answer } from '@/lib/answer/answer';
import { counted } from '@/lib/answer/words';
import { PERIOD_LABELS } from '@/lib/farm/labels';
import { namesOf } from '@/lib/farm/names';
import type { RowOrder } from '@/lib/farm/row-order';
import { type Fleet, GROUP_KEYS, type Queue, STATISTICS } from '@/lib/farm/session-statistics';
import {
  type BuiltStatisticsRequest,
  buildStatisticsRequest,
  longerPeriod,
  MAX_RESOURCES,
} from '@/lib/farm/statistics-request';
import { DAY, HOUR } from '@/lib/time/duration';
import { absoluteRange } from '@/lib/time/range';
import type { SmallerRequest } from './aggregation-failed';
import { FarmStatistics } from './farm-statistics';
import type { FarmChoice } from './farm-toolbar';

type FarmCostsProps = {
  farmId: string;
  queues: UseQueryResult<Answer<Queue[]>>;
  fleets: UseQueryResult<Answer<Fleet[]>>;
  choice: FarmChoice;
  onChange(change: Partial<FarmChoice>): void;
  order: RowOrder;
  onOrder(order: RowOrder): void;
  page: number;
  onPage(page: number): void;
  onlyHref(id: string): Route;
};

const BY_COST: RowOrder = { by: 'costUsd', descending: true };

/** What the chosen queues or fleets of a farm cost in the page's range. */
export function FarmCosts({ farmId, queues, fleets, choice, onChange, order, ...rows }: FarmCostsProps) {
  const range = useRange();
  const { zone, now } = range;
  const { from, to } = range.span;
  const [queueList, fleetList] = [queues.data?.data, fleets.data?.data];
  const names = useMemo(() => namesOf(queueList ?? [], fleetList ?? []), [queueList, fleetList]);
  const built = useMemo(() => {
    const chosen = choice.queueIds?.length || choice.fleetIds?.length;
    if (!queueList && !chosen) return undefined;
    const farm = { farmId, queues: queueList ?? [], fleets: fleetList ?? [] };
    return buildStatisticsRequest(farm, { from, to }, zone, choice, STATISTICS);
  }, [farmId, queueList, fleetList, from, to, zone, choice]);

  if (!built) return <NothingToAddUp queues={queues} />;
  const isKey = GROUP_KEYS.some((key) => key === order.by);
  const sensible = !isKey || choice.groupBy.some((key) => key === order.by);
  const seesNewest = to >= now - HOUR && from <= now - 7 * DAY;
  const listWarnings = [...(queues.data?.warnings ?? []), ...(fleets.data?.warnings ?? [])];
  const listProblem = queues.error ?? fleets.error;
  return (
    <Stack gap="xs">
      {listProblem && (
        <ProblemNotice
          error={listProblem}
          onRetry={() => void Promise.all([queues.refetch(), fleets.refetch()])}
        />
      )}
      <Warnings warnings={listWarnings} />
      <FarmStatistics
        built={built}
        statistic={choice.statistic}
        names={names}
        order={sensible ? order : BY_COST}
        {...rows}
        smaller={smallerRequest(built, range, onChange)}
        onNewest={seesNewest ? undefined : () => range.setRange({ from: 'now-7d', to: 'now' })}
      />
    </Stack>
  );
}

function NothingToAddUp({ queues }: { queues: FarmCostsProps['queues'] }) {
  return (
    <Panel title="Cost" onRetry={() => void queues.refetch()}>
      {queues.error && <ProblemNotice error={queues.error} onRetry={() => void queues.refetch()} />}
      {queues.isPending && <PanelSkeleton height={336} label="Loading the queues" />}
      {queues.data && (
        <EmptyNotice
          why="This farm has no queues, so nothing ran whose cost could be added up. Create a queue in the Deadline Cloud console and submit a job to it."
          height={336}
        />
      )}
    </Panel>
  );
}

/** What would be less work for AWS than this question. */
function smallerRequest(
  built: BuiltStatisticsRequest,
  range: PageRange,
  onChange: FarmCostsProps['onChange'],
): SmallerRequest {
  const { request, resources } = built;
  const period = longerPeriod(request.period);
  const half = Math.ceil(Math.min(resources.count, MAX_RESOURCES) / 2);
  const { from, to } = range.span;
  const middle = from + Math.floor((to - from) / 2);
  return {
    ...(period && {
      longerPeriod: { word: PERIOD_LABELS[period], ask: () => onChange({ period }) },
    }),
    shorterRange: () => range.setRange(absoluteRange({ from: middle, to })),
    ...(resources.count > 1 && {
      fewerResources: {
        words: `Take only the first ${counted(half, resources.kind)}`,
        ask: () =>
          onChange({
            queueIds: request.queueIds?.slice(0, half) ?? [],
            fleetIds: request.fleetIds?.slice(0, half) ?? [],
          }),
      },
    }),
  };
}
