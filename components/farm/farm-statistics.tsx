'use client';

import { Button, SimpleGrid, Stack } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { EmptyNotice } from '@/components/panel/empty-notice';
import { Panel } from '@/components/panel/panel';
import { PanelSkeleton } from '@/components/panel/panel-skeleton';
import { ProblemNotice } from '@/components/panel/problem-notice';
import { Warnings } from '@/components/panel/warnings';
import { counted } from '@/lib/answer/counted';
import { isInProgress, MAX_PAGES } from '@/lib/farm/aggregation';
import type { Names } from '@/lib/farm/names';
import type { Statistic } from '@/lib/farm/session-statistics';
import { totalsOf } from '@/lib/farm/statistics';
import type { BuiltStatisticsRequest } from '@/lib/farm/statistics-request';
import { AggregationFailed, type NarrowerRequest } from './aggregation-failed';
import { AggregationProgress } from './aggregation-progress';
import { Figures } from './figures';
import { NoSessions } from './no-sessions';
import { RowsTable, type RowsView } from './rows-table';
import { StatisticPanel } from './statistic-panel';
import { useShownNames } from './use-shown-names';
import { type ShownStatistics, useStatistics } from './use-statistics';

type FarmStatisticsProps = {
  built: BuiltStatisticsRequest;
  statistic: Statistic;
  names: Names;
  rowsView: RowsView;
  narrower: NarrowerRequest;
  /** Shown between the charts and the rows. */
  budgets: ReactNode;
};

/** One aggregation of a farm: its progress, figures, charts and every row. */
export function FarmStatistics(props: FarmStatisticsProps) {
  const { built, statistic, rowsView, narrower, budgets } = props;
  const { progress, rowCount, shown, isOutdated, retry } = useStatistics(built);
  const { farmId, queueIds = [] } = built.request;
  const onlyQueueId = queueIds.length === 1 ? queueIds[0] : undefined;
  const { names, warnings: nameWarnings } = useShownNames(farmId, props.names, shown?.rows, onlyQueueId);
  const totals = useMemo(() => shown && totalsOf(shown.rows), [shown]);
  const fetching = isOutdated && isInProgress(progress);
  const panel = { statistic, shown, names, fetching, onRetry: retry };
  const hasFailed =
    progress.phase === 'failed' || progress.phase === 'expired' || progress.phase === 'problem';
  const isStale = isOutdated && hasFailed;
  const hasRows = shown ? shown.rows.length > 0 : !hasFailed;

  return (
    <Stack gap="md">
      <div>
        <AggregationProgress progress={progress} resources={built.resources} rowCount={rowCount} />
        <Warnings
          warnings={[...built.warnings, ...(shown ? warningsOf(shown, isStale) : []), ...nameWarnings]}
        />
        {progress.phase === 'problem' && <ProblemNotice error={progress.error} onRetry={retry} />}
        {progress.phase === 'failed' && (
          <AggregationFailed {...progress} {...narrower} message={progress.message} onRetry={retry} />
        )}
        {progress.phase === 'expired' && (
          <EmptyNotice why="AWS keeps results for an hour, and these have expired.">
            <Button size="xs" variant="default" onClick={retry}>
              Recalculate
            </Button>
          </EmptyNotice>
        )}
      </div>
      {shown?.rows.length === 0 && !isStale && (
        <Panel title="Cost">
          <NoSessions height={264} />
        </Panel>
      )}
      {hasRows && (
        <>
          <Figures totals={totals} isOutdated={isOutdated} />
          <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
            <StatisticPanel title="Cost" id="cost" measure="costUsd" {...panel} />
            <StatisticPanel title="Runtime" id="runtime" measure="runtimeSeconds" {...panel} />
          </SimpleGrid>
        </>
      )}
      {budgets}
      {hasRows && (
        <Panel
          title="Rows"
          id="rows"
          figure={shown && counted(shown.rows.length, 'row')}
          asOf={shown?.asOf}
          fetching={fetching}
          onRetry={retry}
        >
          {shown ? (
            <RowsTable shown={shown} statistic={statistic} names={names} view={rowsView} />
          ) : (
            <PanelSkeleton height={320} label="Rows: waiting for AWS" />
          )}
        </Panel>
      )}
    </Stack>
  );
}

function warningsOf(shown: ShownStatistics, isStale: boolean): string[] {
  const warnings = [...shown.warnings];
  if (isStale) warnings.push('This is an earlier result, not the one requested.');
  if (shown.partial) {
    const rows = counted(shown.rows.length, 'row');
    warnings.push(
      shown.rows.length >= MAX_PAGES * 100
        ? `Only the first ${rows} were read. Figures and charts leave out the rest. Use a shorter range, a longer period, or fewer groups.`
        : `Only ${rows} were read so far. Figures and charts leave out the rest.`,
    );
  }
  return warnings;
}
