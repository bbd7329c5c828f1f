'use client';

import { Button, SimpleGrid, Stack } from '@mantine/core';
import type { Route } from 'next';
import { useMemo } from 'react';
import { EmptyNotice } from '@/components/panel/empty-notice';
import { Panel } from '@/components/panel/panel';
import { PanelSkeleton } from '@/components/panel/panel-skeleton';
import { ProblemNotice } from '@/components/panel/problem-notice';
import { Warnings } from '@/components/panel/warnings';
import { counted } from '@/lib/answer/words';
import { isInProgress } from '@/lib/farm/aggregation';
import type { Names } from '@/lib/farm/names';
import { MAX_PAGES } from '@/lib/farm/result';
import type { RowOrder } from '@/lib/farm/row-order';
import type { Statistic } from '@/lib/farm/session-statistics';
import { totalsOf } from '@/lib/farm/statistics';
import type { BuiltStatisticsRequest } from '@/lib/farm/statistics-request';
import { AggregationFailed, type SmallerRequest } from './aggregation-failed';
import { AggregationProgress } from './aggregation-progress';
import { Figures } from './figures';
import { RowsTable } from './rows-table';
import { StatisticPanel } from './statistic-panel';
import { type ShownStatistics, useStatistics } from './use-statistics';

type FarmStatisticsProps = {
  built: BuiltStatisticsRequest;
  statistic: Statistic;
  names: Names;
  order: RowOrder;
  onOrder(order: RowOrder): void;
  page: number;
  onPage(page: number): void;
  onlyHref(id: string): Route;
  smaller: SmallerRequest;
  onNewest: (() => void) | undefined;
};

/** One aggregation of a farm: how far it is, figures, charts, every row. */
export function FarmStatistics(props: FarmStatisticsProps) {
  const { built, statistic, names, order, onOrder, page, onPage, onlyHref, smaller, onNewest } = props;
  const { progress, rowsSoFar, shown, outdated, retry } = useStatistics(built);
  const totals = useMemo(() => shown && totalsOf(shown.rows), [shown]);
  const panel = { statistic, shown, names, fetching: outdated && isInProgress(progress), onRetry: retry };
  const stuck = progress.phase === 'failed' || progress.phase === 'gone' || progress.phase === 'problem';
  const old = outdated && stuck;

  return (
    <Stack gap="md">
      <div>
        <AggregationProgress progress={progress} resources={built.resources} rowsSoFar={rowsSoFar} />
        <Warnings warnings={[...built.warnings, ...(shown ? warningsOf(shown, old) : [])]} />
        {progress.phase === 'problem' && <ProblemNotice error={progress.error} onRetry={retry} />}
        {progress.phase === 'failed' && (
          <AggregationFailed {...progress} {...smaller} message={progress.message} onRetry={retry} />
        )}
        {progress.phase === 'gone' && (
          <EmptyNotice why="AWS keeps results for an hour, and these are gone.">
            <Button size="xs" variant="default" onClick={retry}>
              Add up anew
            </Button>
          </EmptyNotice>
        )}
      </div>
      {shown?.rows.length === 0 && !old && <NoSessions onNewest={onNewest} />}
      {(shown ? shown.rows.length > 0 : !stuck) && (
        <>
          <Figures totals={totals} old={outdated} />
          <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
            <StatisticPanel title="Cost" id="cost" measure="costUsd" {...panel} />
            <StatisticPanel title="Runtime" id="runtime" measure="runtimeSeconds" {...panel} />
          </SimpleGrid>
          <Panel
            title="Rows"
            id="rows"
            figure={shown && counted(shown.rows.length, 'row')}
            asOf={shown?.asOf}
            fetching={panel.fetching}
            onRetry={retry}
          >
            {shown ? (
              <RowsTable {...{ shown, statistic, names, order, onOrder, page, onPage, onlyHref }} />
            ) : (
              <PanelSkeleton height={320} label="Rows: waiting for AWS" />
            )}
          </Panel>
        </>
      )}
    </Stack>
  );
}

function NoSessions({ onNewest }: { onNewest: (() => void) | undefined }) {
  return (
    <Panel title="Cost">
      <EmptyNotice why="No sessions in this range." height={264}>
        {onNewest && (
          <Button size="xs" variant="default" onClick={onNewest} title="The last 7 days">
            Go to the newest data
          </Button>
        )}
      </EmptyNotice>
    </Panel>
  );
}

function warningsOf(shown: ShownStatistics, old: boolean): string[] {
  const warnings = [...shown.warnings];
  if (old) warnings.push('What you see is the last result, not what was asked.');
  if (shown.partial) {
    warnings.push(
      shown.rows.length >= MAX_PAGES * 100
        ? `Only the first ${counted(shown.rows.length, 'row')} are here: figures and charts leave out the rest. Use a shorter range, a longer period, or fewer groups.`
        : `Only ${counted(shown.rows.length, 'row')} are here so far: figures and charts leave out the rest.`,
    );
  }
  return warnings;
}
