'use client';

import { useMemo } from 'react';
import { EmptyNotice } from '@/components/panel/empty-notice';
import { Panel } from '@/components/panel/panel';
import { PanelSkeleton } from '@/components/panel/panel-skeleton';
import { ProblemNotice } from '@/components/panel/problem-notice';
import { useRange } from '@/components/range/use-range';
import { NO_FARMS } from '@/lib/farm/no-farms-text';
import { askedCosts } from '@/lib/farm/plan/asked-costs';
import type { Farm } from '@/lib/farm/session-statistics';
import { farmsOptions, queuesOptions } from '@/lib/queries/farm';
import { useQuery } from '@/lib/queries/use-query';
import { COST_HEIGHT, CostLane } from './cost-lane';

const TITLE = 'Farm cost';

/** The cost of the first farm's queues on the overview's time axis. */
export function FarmLane() {
  const { data, error, isFetching, refetch } = useQuery(farmsOptions());
  const farm = data?.data[0];
  if (farm) return <QueuesLane farm={farm} others={data.data.slice(1)} warnings={data.warnings} />;
  return (
    <Panel title={TITLE} id="farm-cost" fetching={isFetching} onRetry={() => void refetch()}>
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <PanelSkeleton height={COST_HEIGHT} label="Loading farms" />}
      {data && (
        <EmptyNotice
          height={COST_HEIGHT}
          why={`${NO_FARMS} Create one in the Deadline Cloud console to see it here.`}
        />
      )}
    </Panel>
  );
}

type QueuesLaneProps = { farm: Farm; others: readonly Farm[]; warnings: readonly string[] };

function QueuesLane({ farm, others, warnings }: QueuesLaneProps) {
  const { span, zone } = useRange();
  const { from, to } = span;
  const { data, error, isFetching, refetch } = useQuery(queuesOptions(farm.farmId));
  const queues = data?.data;
  const asked = useMemo(
    () =>
      askedCosts({ farmId: farm.farmId, queues: data }, { from, to }, zone, { groupBy: ['QUEUE_ID'] }, [
        'SUM',
      ]),
    [farm.farmId, data, from, to, zone],
  );
  if (queues && asked) {
    const allWarnings = [
      ...warnings,
      ...data.warnings,
      ...(others.length > 0
        ? [`Only the first of ${others.length + 1} farms is shown: ${farm.displayName}.`]
        : []),
    ];
    return <CostLane title={TITLE} {...{ farm, others, queues, asked }} warnings={allWarnings} />;
  }
  return (
    <Panel title={TITLE} id="farm-cost" fetching={isFetching} onRetry={() => void refetch()}>
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <PanelSkeleton height={COST_HEIGHT} label="Loading queues" />}
      {data && (
        <EmptyNotice
          height={COST_HEIGHT}
          why={`The farm ${farm.displayName} has no queues, so it has no costs.`}
        />
      )}
    </Panel>
  );
}
