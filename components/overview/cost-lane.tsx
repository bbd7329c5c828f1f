'use client';

import { Box, Text } from '@mantine/core';
import { useMemo } from 'react';
import { AggregationProgress } from '@/components/farm/aggregation-progress';
import { NoSessions } from '@/components/farm/no-sessions';
import { type ShownStatistics, useStatistics } from '@/components/farm/use-statistics';
import { Panel } from '@/components/panel/panel';
import { PanelSkeleton } from '@/components/panel/panel-skeleton';
import { ProblemNotice } from '@/components/panel/problem-notice';
import { Warnings } from '@/components/panel/warnings';
import { RangeLink } from '@/components/range/range-link';
import { useRange } from '@/components/range/use-range';
import { isInProgress, type Progress } from '@/lib/farm/aggregation';
import { formatMoney } from '@/lib/farm/amounts';
import { namesOf } from '@/lib/farm/names';
import { seriesOf } from '@/lib/farm/series';
import type { Farm, Queue } from '@/lib/farm/session-statistics';
import type { BuiltStatisticsRequest } from '@/lib/farm/statistics-request';
import { CostBars, CostReadout } from './cost-bars';

export const COST_HEIGHT = 140;
const MAX_QUEUES = 5;
const MAX_OTHER_FARMS = 8;

type CostLaneProps = {
  title: string;
  farm: Farm;
  /** Farms that the lane leaves out. */
  others: readonly Farm[];
  queues: readonly Queue[];
  built: BuiltStatisticsRequest;
  warnings: readonly string[];
};

/** The cost of a farm's queues by period, with the most expensive queues. */
export function CostLane({ title, farm, others, queues, built, warnings }: CostLaneProps) {
  const { span } = useRange();
  const { progress, rowCount, shown, isOutdated, retry } = useStatistics(built);
  const series = useMemo(() => shown && costSeries(shown, queues), [shown, queues]);
  const total = series?.total;
  return (
    <Panel
      title={title}
      id="farm-cost"
      figure={total === undefined ? undefined : formatMoney(total)}
      asOf={shown?.asOf}
      span={span}
      coverage={shown?.coverage}
      fetching={isInProgress(progress) || isOutdated}
      onRetry={retry}
      aside={series && <CostReadout series={series} />}
    >
      <Warnings warnings={[...warnings, ...built.warnings, ...(shown?.warnings ?? [])]} />
      {others.length > 0 && <OtherFarms farms={others} />}
      <AggregationProblem progress={progress} onRetry={retry} />
      {!series && isInProgress(progress) && <PanelSkeleton height={COST_HEIGHT - 24} label="Loading costs" />}
      {series && total === undefined && <NoSessions height={COST_HEIGHT - 20} />}
      {series && total !== undefined && <CostBars series={series} farmId={farm.farmId} queues={queues} />}
      <Box pt={12}>
        <AggregationProgress progress={progress} resources={built.resources} rowCount={rowCount} />
      </Box>
    </Panel>
  );
}

function OtherFarms({ farms }: { farms: readonly Farm[] }) {
  return (
    <Text size="xs" c="dimmed" mb="xs">
      Other farms:{' '}
      {farms.slice(0, MAX_OTHER_FARMS).map(({ farmId, displayName }) => (
        <RangeLink key={farmId} href={`/farms/${farmId}`} size="xs" mr="xs">
          {displayName}
        </RangeLink>
      ))}
      {farms.length > MAX_OTHER_FARMS && (
        <RangeLink href="/farms" size="xs">
          {`and ${farms.length - MAX_OTHER_FARMS} more`}
        </RangeLink>
      )}
    </Text>
  );
}

const costSeries = (shown: ShownStatistics, queues: readonly Queue[]) =>
  seriesOf(shown, {
    measure: 'costUsd',
    statistic: 'SUM',
    names: namesOf(queues, []),
    maxCategories: MAX_QUEUES,
  });

function AggregationProblem({ progress, onRetry }: { progress: Progress; onRetry: () => void }) {
  switch (progress.phase) {
    case 'problem':
      return <ProblemNotice error={progress.error} onRetry={onRetry} />;
    case 'failed':
      return (
        <Warnings
          warnings={[
            `The aggregation failed. ${progress.message ?? ''} Choose a shorter range, or open the farm’s page.`,
          ]}
        />
      );
    case 'truncated':
      return <Warnings warnings={['Not all rows were read, so the sum is too small.']} />;
    default:
      return null;
  }
}
