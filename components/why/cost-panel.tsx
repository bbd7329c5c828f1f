'use client';

import type { ReactNode } from 'react';
import { EmptyNotice } from '@/components/panel/empty-notice';
import { LazySelect } from '@/components/panel/lazy-select';
import { Panel } from '@/components/panel/panel';
import { PanelSkeleton } from '@/components/panel/panel-skeleton';
import { ProblemNotice } from '@/components/panel/problem-notice';
import { useRange } from '@/components/range/use-range';
import { namesOfFarms } from '@/lib/farm/names';
import { NO_FARMS } from '@/lib/farm/no-farms-text';
import { askedCosts } from '@/lib/farm/plan/asked-costs';
import { STATISTICS } from '@/lib/farm/session-statistics';
import { farmsOptions, queuesOptions } from '@/lib/queries/farm';
import { useQuery } from '@/lib/queries/use-query';
import type { Span } from '@/lib/time/range';
import { COST_PX, QueueCosts } from './queue-costs';

const TITLE = 'Farm cost';

type CostPanelProps = {
  /** Id of the chosen farm; null is the first one. */
  chosenId: string | null;
  onFarm(farmId: string | null): void;
  compared: Span;
  baseline: Span;
};

/** The cost of a farm in a time and in the one it is compared with. */
export function CostPanel({ chosenId, onFarm, ...spans }: CostPanelProps) {
  const { data, error, isFetching, refetch } = useQuery(farmsOptions());
  const farms = data?.data ?? [];
  const farm = farms.find(({ farmId }) => farmId === chosenId) ?? farms[0];
  const choice = farms.length > 1 && farm && (
    <LazySelect
      size="xs"
      w={220}
      maw="100%"
      mb="xs"
      aria-label="Farm"
      allowDeselect={false}
      data={Array.from(namesOfFarms(farms), ([value, label]) => ({ value, label }))}
      value={farm.farmId}
      onChange={(farmId) => onFarm(farmId === farms[0]?.farmId ? null : farmId)}
    />
  );
  if (data && farm) {
    const isMissing = chosenId !== null && farm.farmId !== chosenId;
    return (
      <FarmCosts
        key={farm.farmId}
        farmId={farm.farmId}
        {...{ choice, ...spans }}
        warnings={
          isMissing
            ? [`The farm of this link isn’t in the list. Showing ${farm.displayName}.`]
            : data.warnings
        }
      />
    );
  }
  return (
    <Panel title={TITLE} id="cost" fetching={isFetching} onRetry={() => void refetch()}>
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <PanelSkeleton height={COST_PX} label="Loading farms" />}
      {data && <EmptyNotice why={NO_FARMS} height={COST_PX} />}
    </Panel>
  );
}

type FarmCostsProps = {
  farmId: string;
  choice: ReactNode;
  warnings: readonly string[];
  compared: Span;
  baseline: Span;
};

function FarmCosts({ farmId, choice, warnings, compared, baseline }: FarmCostsProps) {
  const { zone } = useRange();
  const { data, error, isFetching, refetch } = useQuery(queuesOptions(farmId));
  // The farm's page asks the same by default, so that a click on its link needs no new aggregation.
  const asked = askedCosts({ farmId, queues: data }, compared, zone, { groupBy: ['QUEUE_ID'] }, STATISTICS);
  if (data && asked) {
    const props = { farmId, queues: data.data, choice, asked, compared, baseline };
    return <QueueCosts title={TITLE} {...props} warnings={[...warnings, ...data.warnings]} />;
  }
  return (
    <Panel title={TITLE} id="cost" fetching={isFetching} onRetry={() => void refetch()}>
      {choice}
      {error && <ProblemNotice error={error} onRetry={() => void refetch()} />}
      {!data && !error && <PanelSkeleton height={COST_PX} label="Loading queues" />}
      {data && <EmptyNotice why="This farm has no queues, so it has no costs." height={COST_PX} />}
    </Panel>
  );
}
