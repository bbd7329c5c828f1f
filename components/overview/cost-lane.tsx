'use client';

import { Box, Button, Text } from '@mantine/core';
import { useMemo } from 'react';
import { AggregationProgress } from '@/components/farm/aggregation-progress';
import { type ShownStatistics, useStatistics } from '@/components/farm/use-statistics';
import { EmptyNotice } from '@/components/panel/empty-notice';
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
import { DAY, HOUR } from '@/lib/time/duration';
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

/** The cost of a farm's queues per hour or day, added up by AWS, with the queues that cost most. */
export function CostLane({ title, farm, others, queues, built, warnings }: CostLaneProps) {
  const { span, now, setRange } = useRange();
  const { progress, rowsSoFar, shown, outdated, retry } = useStatistics(built);
  const series = useMemo(() => shown && costSeries(shown, queues), [shown, queues]);
  const total = series?.total;
  const seesNewest = span.to >= now - HOUR && span.from <= now - 7 * DAY;
  return (
    <Panel
      title={title}
      id="farm-cost"
      figure={total === undefined ? undefined : formatMoney(total)}
      asOf={shown?.asOf}
      span={span}
      coverage={shown?.coverage}
      fetching={isInProgress(progress) || outdated}
      onRetry={retry}
      aside={series && <CostReadout series={series} period={built.request.period} />}
    >
      <Warnings warnings={[...warnings, ...built.warnings, ...(shown?.warnings ?? [])]} />
      {others.length > 0 && <OtherFarms farms={others} />}
      <AggregationTrouble progress={progress} onRetry={retry} />
      {!series && isInProgress(progress) && (
        <PanelSkeleton height={COST_HEIGHT - 24} label="Loading the farm’s cost" />
      )}
      {series && total === undefined && (
        <EmptyNotice height={COST_HEIGHT - 20} why="No sessions in this range.">
          {!seesNewest && (
            <Button
              size="xs"
              variant="default"
              title="The last 7 days"
              onClick={() => setRange({ from: 'now-7d', to: 'now' })}
            >
              Go to the newest data
            </Button>
          )}
        </EmptyNotice>
      )}
      {series && total !== undefined && (
        <CostBars series={series} farmId={farm.farmId} queues={queues} period={built.request.period} />
      )}
      <Box pt={12}>
        <AggregationProgress progress={progress} resources={built.resources} rowsSoFar={rowsSoFar} />
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

const costSeries = ({ built, rows }: ShownStatistics, queues: readonly Queue[]) =>
  seriesOf(rows, {
    measure: 'costUsd',
    statistic: 'SUM',
    groupBy: built.request.groupBy,
    span: { from: built.request.startTime, to: built.request.endTime },
    period: built.request.period,
    offsetMs: built.offsetMs,
    names: namesOf(queues, []),
    most: MAX_QUEUES,
  });

function AggregationTrouble({ progress, onRetry }: { progress: Progress; onRetry: () => void }) {
  switch (progress.phase) {
    case 'problem':
      return <ProblemNotice error={progress.error} onRetry={onRetry} />;
    case 'failed':
      return (
        <Warnings
          warnings={[
            `AWS could not add this up. ${progress.message ?? ''} Choose a shorter range, or see the farm’s page.`,
          ]}
        />
      );
    case 'cut':
      return <Warnings warnings={['There are more rows than are read: the sum is too small.']} />;
    default:
      return null;
  }
}
