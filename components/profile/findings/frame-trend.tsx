'use client';

import { Text } from '@mantine/core';
import { EmptyNotice } from '@/components/panel/empty-notice';
import { PanelSkeleton } from '@/components/panel/panel-skeleton';
import { ProblemNotice } from '@/components/panel/problem-notice';
import { Warnings } from '@/components/panel/warnings';
import { useRange } from '@/components/range/use-range';
import { isNotFound } from '@/lib/answer/problem';
import { MAX_TREND_NAME_LENGTH, trendRange } from '@/lib/profile/range/trend';
import { utcPeriods } from '@/lib/profile/range/utc-periods';
import { frameTrendOptions } from '@/lib/queries/findings';
import { useQuery } from '@/lib/queries/use-query';
import { formatDuration } from '@/lib/time/duration';
import type { Span } from '@/lib/time/range';
import { TREND_PX, TrendChart } from './trend-chart';

type FrameTrendProps = {
  group: string;
  span: Span;
  /** Full name of the function. */
  name: string;
  /** Thread states to count; empty means all. */
  states?: readonly string[];
};

/** A function's share of the samples over time, one point for each aggregated profile. */
export function FrameTrend({ group, span, name, states = [] }: FrameTrendProps) {
  const { zone, now } = useRange();
  const { period, span: requested } = trendRange(span, now);
  const isTooLong = name.length > MAX_TREND_NAME_LENGTH;
  const { data, error, refetch } = useQuery({
    ...frameTrendOptions({
      group,
      startTime: requested.from,
      endTime: requested.to,
      period,
      name,
      threadStates: states,
    }),
    enabled: !isTooLong,
  });
  if (isTooLong)
    return <EmptyNotice why="The name of this function is too long for AWS to return its trend." />;
  if (error && !data) {
    return isNotFound(error) ? (
      <EmptyNotice why="No profile in this range, so no trend." height={TREND_PX} />
    ) : (
      <ProblemNotice error={error} onRetry={() => void refetch()} />
    );
  }
  if (!data) return <PanelSkeleton height={TREND_PX} label="Loading the trend" />;
  const { points } = data.data;
  const [first] = points;
  const utc = first && utcPeriods(first.to - first.from, zone, first.from);
  return (
    <div>
      <Text size="xs" c="dimmed" mb={4}>
        Share of {states.length > 0 ? `the samples in ${states.join(', ').slice(0, 120)}` : 'all samples'}{' '}
        over time
        {first && `, by profiles of ${formatDuration(first.to - first.from)}`}
        {utc && ` (${utc})`}
      </Text>
      <Warnings
        warnings={[
          ...(requested.from > span.from ? ['Only the newest 31 days are shown.'] : []),
          ...data.warnings,
        ]}
      />
      {points.length === 0 ? (
        <EmptyNotice
          why="No aggregated profile of this range has ended yet. Choose a longer range."
          height={TREND_PX}
        />
      ) : (
        <TrendChart points={points} span={requested} zone={zone} />
      )}
    </div>
  );
}
