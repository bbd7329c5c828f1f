'use client';

import { SimpleGrid, Stack } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { Panel } from '@/components/panel/panel';
import { onlyQueueOf } from '@/lib/farm/jobs/job-names';
import type { Names } from '@/lib/farm/names';
import type { AskedCosts } from '@/lib/farm/plan/asked-costs';
import { hasUsageType } from '@/lib/farm/plan/plan-aggregations';
import { groupSums } from '@/lib/farm/rows/cost-table';
import type { Statistic } from '@/lib/farm/session-statistics';
import { RUNTIME_TEXT } from '@/lib/farm/totals/usage-text';
import { JobsOfQueue } from './aws/console-context';
import { ByQueuePanel } from './by-queue/by-queue-panel';
import { useEarlierCosts } from './compare/use-earlier-costs';
import { CostNotices, type CostNoticesProps } from './costs/cost-notices';
import { CostProgress } from './costs/cost-progress';
import progress from './costs/cost-progress.module.css';
import { isFilteredOut } from './costs/costs-on-screen';
import type { NarrowerRequest } from './costs/narrower-request';
import { useCosts } from './costs/use-costs';
import { Figures } from './figures';
import { JobsPanel } from './jobs/jobs-panel';
import { NoSessions } from './no-sessions';
import { OutliersPanel } from './outliers/outliers-panel';
import { useOutliers } from './outliers/use-outliers';
import paired from './paired-panels.module.css';
import { NoMatch } from './path/no-match';
import { PathBar } from './path/path-bar';
import type { PlaceNav } from './path/place-nav';
import { RowsPanel } from './rows/rows-panel';
import type { RowsChoice } from './rows/rows-view';
import { StatisticPanel } from './statistic-panel';
import { TotalsPanel } from './totals/totals-panel';
import { useShownNames } from './use-shown-names';
import { type ComparedCosts, useStages } from './use-stages';

type FarmStatisticsProps = {
  asked: AskedCosts;
  statistic: Statistic;
  names: Names;
  nav: PlaceNav;
  rowsChoice: RowsChoice;
  narrower: NarrowerRequest;
  unknown: CostNoticesProps['unknown'];
  /** Shown between the charts and the rows. */
  budgets: ReactNode;
};

/** The costs of a farm: their progress, figures, charts and every row. */
export function FarmStatistics(props: FarmStatisticsProps) {
  const { asked, statistic, nav, rowsChoice, narrower, unknown, budgets } = props;
  const costs = useCosts(asked);
  const { shown, isEmpty, isOutdated, isFetching, isCancelled, error, retry } = costs;
  const { earlier, retry: retryEarlier } = useEarlierCosts(shown);
  const { inCharts, inSecondChart, below: allBelow, last } = useStages(shown, earlier);
  const below = allBelow.shown;
  const groups = useMemo(() => sumsOfGroups(inCharts), [inCharts]);
  const { query } = shown?.asked ?? asked;
  const { farmId } = query;
  const onlyQueueId = onlyQueueOf(query);
  const { names, warnings: nameWarnings } = useShownNames(farmId, props.names, groups, onlyQueueId);
  const outliers = useOutliers(last, names);
  // Those of what the charts show.
  const marked = outliers?.shown === inCharts.shown ? outliers : undefined;
  const fetching = isOutdated && isFetching;
  const panel = { statistic, names, nav, fetching, onRetry: retry };
  const first = { ...panel, shown: inCharts.shown };
  const second = { ...panel, shown: inSecondChart.shown };
  const hasCompute = hasUsageType(query);
  const hasRows = shown ? shown.table.rows.length > 0 : !error && !isCancelled;

  return (
    <Stack gap="md">
      <PathBar {...{ nav, asked, shown, names, statistic }} />
      <div className={progress.place}>
        <CostProgress query={asked.query} {...costs} />
        <CostNotices {...{ asked, costs, narrower, unknown }} after={nameWarnings} />
      </div>
      {isEmpty && (
        <Panel title="Cost">
          {shown && isFilteredOut(shown) ? (
            <NoMatch nav={nav} height={264} />
          ) : (
            <NoSessions farmId={farmId} height={264} />
          )}
        </Panel>
      )}
      {isEmpty && earlierRowCount(allBelow) > 0 && (
        <TotalsPanel {...allBelow} {...{ names, fetching, nav }} onRetry={retry} />
      )}
      {hasRows && (
        <>
          <Figures {...{ asked, shown, earlier, isOutdated, names }} onRetryEarlier={retryEarlier} />
          <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md" className={paired.pair}>
            <StatisticPanel title="Cost" id="cost" measure="costUsd" outliers={marked} {...first} />
            {hasCompute ? (
              <StatisticPanel
                title="Compute hours"
                id="runtime"
                measure="runtimeSeconds"
                onlyCompute
                {...second}
              />
            ) : (
              <StatisticPanel
                title="Runtime"
                id="runtime"
                measure="runtimeSeconds"
                note={`${RUNTIME_TEXT}.`}
                {...second}
              />
            )}
          </SimpleGrid>
          <JobsOfQueue id={onlyQueueId}>
            <TotalsPanel {...allBelow} {...{ names, fetching, nav }} onRetry={retry} />
          </JobsOfQueue>
          <ByQueuePanel {...{ names, nav }} shown={below} />
          <OutliersPanel found={outliers} />
          <JobsPanel {...{ names, nav, narrower }} shown={below} />
        </>
      )}
      {budgets}
      {hasRows && (
        <RowsPanel
          {...{ statistic, names, nav, onlyQueueId, fetching }}
          shown={last}
          choice={rowsChoice}
          onRetry={retry}
        />
      )}
    </Stack>
  );
}

/** Groups that are gone are only in these. */
const earlierRowCount = ({ earlier }: ComparedCosts) =>
  earlier?.state === 'known' ? earlier.costs.rows.length : 0;

/** The groups of both periods, by the keys of the filters too, whose values the path names. */
const sumsOfGroups = ({ shown, earlier }: ComparedCosts) => {
  if (!shown) return undefined;
  const { costs } = shown;
  const { keys } = shown.asked.query;
  return [costs, ...(earlier?.state === 'known' ? [earlier.costs] : [])].flatMap(({ rows }) =>
    groupSums({ rows, keys }),
  );
};
