'use client';

import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { EmptyNotice } from '@/components/panel/empty-notice';
import { PanelSkeleton } from '@/components/panel/panel-skeleton';
import { ProblemNotice } from '@/components/panel/problem-notice';
import { Warnings } from '@/components/panel/warnings';
import { useRange } from '@/components/range/use-range';
import { isNotFound } from '@/lib/answer/problem';
import { MAX_TREND_NAME_LENGTH, trendRange } from '@/lib/profile/range/trend';
import { frameTrendOptions } from '@/lib/queries/findings';
import { formatDuration } from '@/lib/time/duration';
import type { Span } from '@/lib/time/range';
import { TREND_PX, TrendChart } from './trend-chart';

type FrameTrendProps = {
  group: string;
  span: Span;
  /** The function's whole name. */
  name: string;
  /** Which samples count; none named means all. */
  states?: readonly string[];
};

/** A function's share of the samples over time, one point an aggregated profile. */
export function FrameTrend({ group, span, name, states = [] }: FrameTrendProps) {
  const { zone, now } = useRange();
  const { period, span: asked } = trendRange(span, now);
  const isTooLong = name.length > MAX_TREND_NAME_LENGTH;
  const { data, error, refetch } = useQuery({
    ...frameTrendOptions({
      group,
      startTime: asked.from,
      endTime: asked.to,
      period,
      name,
      threadStates: states,
    }),
    enabled: !isTooLong,
  });
  if (isTooLong) return <EmptyNotice why="The name of this function is too long to ask AWS for its trend." />;
  if (error && !data) {
    return isNotFound(error) ? (
      <EmptyNotice why="No profile in this range, so there is no trend." height={TREND_PX} />
    ) : (
      <ProblemNotice error={error} onRetry={() => void refetch()} />
    );
  }
  if (!data) return <PanelSkeleton height={TREND_PX} label="Loading the trend" />;
  const { points } = data.data;
  const [first] = points;
  return (
    <div>
      <Text size="xs" c="dimmed" mb={4}>
        Share of all samples over time{states.length > 0 && ` (${states.join(', ').slice(0, 120)})`}
        {first && `, by profiles of ${formatDuration(first.to - first.from)}`}
      </Text>
      <Warnings
        warnings={[...(asked.from > span.from ? ['The newest 31 days are shown.'] : []), ...data.warnings]}
      />
      {points.length === 0 ? (
        <EmptyNotice
          why="No aggregated profile of this range has ended yet. A longer range has a trend."
          height={TREND_PX}
        />
      ) : (
        <TrendChart points={points} span={asked} zone={zone} />
      )}
    </div>
  );
}
