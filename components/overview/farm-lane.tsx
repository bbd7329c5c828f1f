'use client';

import { useQueryStates } from 'nuqs';
import { useMemo } from 'react';
import { EmptyNotice } from '@/components/panel/empty-notice';
import { Panel } from '@/components/panel/panel';
import { PanelSkeleton } from '@/components/panel/panel-skeleton';
import { ProblemNotice } from '@/components/panel/problem-notice';
import { useRange } from '@/components/range/use-range';
import { NO_FARMS } from '@/lib/farm/no-farms-text';
import type { Farm } from '@/lib/farm/session-statistics';
import { farmsOptions, queuesOptions } from '@/lib/queries/farm';
import { useQuery } from '@/lib/queries/use-query';
import { COST_HEIGHT, CostLane } from './cost-lane';
import { FarmChoice } from './farm-choice';
import { laneCosts, laneFarm, laneFarms } from './lane-requests';
import { overviewParams } from './overview-params';

const TITLE = 'Farm cost';

/** The id of a view's farm; without one the farm is chosen in the lane. */
type FarmLaneProps = { viewFarm: string | undefined };

/** The cost of the queues of a view's farm, of the chosen farm, or of the first one, on the overview's time axis. */
export function FarmLane({ viewFarm }: FarmLaneProps) {
  const { data, error, isFetching, refetch } = useQuery(farmsOptions());
  const [{ farm: chosenId }] = useQueryStates(overviewParams);
  const farms = laneFarms(data?.data ?? [], viewFarm);
  const farm = laneFarm(farms, chosenId);
  if (data && farm) {
    const isMissing = viewFarm === undefined && chosenId !== null && chosenId !== farm.farmId;
    const warnings = isMissing
      ? [...data.warnings, `The farm of this link isn’t in the list. Showing ${farm.displayName}.`]
      : data.warnings;
    // For another farm the lane starts anew, so that it doesn't keep the costs of the one before as an earlier answer.
    return <QueuesLane key={farm.farmId} {...{ farm, farms, warnings }} />;
  }
  return (
    <Panel title={TITLE} id="farm-cost" fetching={isFetching} onRetry={() => void refetch()}>
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <PanelSkeleton height={COST_HEIGHT} label="Loading farms" />}
      {data && (
        <EmptyNotice
          height={COST_HEIGHT}
          why={
            viewFarm === undefined
              ? `${NO_FARMS} Create one in the Deadline Cloud console to see it here.`
              : `The farm of this view, ${viewFarm}, isn’t in the list.`
          }
        />
      )}
    </Panel>
  );
}

type QueuesLaneProps = { farm: Farm; farms: readonly Farm[]; warnings: readonly string[] };

function QueuesLane({ farm, farms, warnings }: QueuesLaneProps) {
  const { span, zone } = useRange();
  const { data, error, isFetching, refetch } = useQuery(queuesOptions(farm.farmId));
  const queues = data?.data;
  const asked = useMemo(() => laneCosts(farm.farmId, data, span, zone), [farm.farmId, data, span, zone]);
  const choice = <FarmChoice farm={farm} farms={farms} />;
  if (queues && asked) {
    const allWarnings = [...warnings, ...data.warnings];
    return <CostLane title={TITLE} {...{ farm, choice, queues, asked }} warnings={allWarnings} />;
  }
  return (
    <Panel title={TITLE} id="farm-cost" fetching={isFetching} onRetry={() => void refetch()}>
      {choice}
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
