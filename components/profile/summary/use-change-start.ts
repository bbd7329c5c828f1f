'use client';

import { useMemo } from 'react';
import { useRange } from '@/components/range/use-range';
import {
  type ChangeStart,
  changeStart,
  type LevelStart,
  type ShareChange,
  sharesAround,
  splitStart,
} from '@/lib/profile/range/change-point';
import { type ChangeSeries, longSeries, recentSeries, seriesAround } from '@/lib/profile/range/change-series';
import { type FrameTrend, type FrameTrendRequest, MAX_TREND_NAME_LENGTH } from '@/lib/profile/range/trend';
import { frameTrendOptions } from '@/lib/queries/findings';
import { useQuery } from '@/lib/queries/use-query';
import { useAfterLoad } from '../strip/use-after-load';

type ChangeStartOptions = {
  group: string;
  /** End of the range. */
  to: number;
  states: readonly string[];
  /** Undefined while no function is known to have changed. */
  change: (ShareChange & { name: string }) | undefined;
};

/** The start of a change with the mean shares before and after it, or the time that it is older than. */
export type FoundStart =
  | ({ kind: 'at'; before: number; after: number } & LevelStart)
  | { kind: 'earlier'; start: number };

export type ChangeStartState = {
  status: 'loading' | 'failed' | 'unclear' | 'found';
  start: FoundStart | undefined;
  /** Why it can't be read. */
  error: Error | null;
  /** How the profiles that the start was found in are less than all. */
  notes: readonly string[];
  retry(): void;
};

/**
 * When a function's share changed for good: in the five-minute profiles of the last day and a half, else in the hourly ones of two
 * weeks and then in the five-minute ones around. Unclear when no time stands out.
 */
export function useChangeStart({ group, to, states, change }: ChangeStartOptions): ChangeStartState {
  const { now } = useRange();
  const isNamed = change !== undefined && change.name.length <= MAX_TREND_NAME_LENGTH;
  const isReady = useAfterLoad(isNamed);
  const of = { group, name: change?.name ?? '', threadStates: states };
  const recent = useSeries(of, recentSeries(to, now), isReady);
  const recentStart = useStart(recent.points, change);
  const isOlder = isReady && recent.isDone && recentStart?.kind !== 'at';
  const long = useSeries(of, longSeries(to, now), isOlder);
  const longStart = useStart(long.points, change);
  const around = longStart?.kind === 'at' ? seriesAround(longStart.at, to, now) : undefined;
  const exact = useSeries(of, around, isOlder);
  const start = useMemo(() => {
    if (recentStart?.kind === 'at') return withShares(recent.points, recentStart);
    if (longStart?.kind !== 'at') return longStart;
    if (!exact.isDone) return undefined;
    return withShares(long.points, { ...longStart, ...(exact.points && splitStart(exact.points)) });
  }, [recent.points, recentStart, long.points, longStart, exact.points, exact.isDone]);
  const isDone = recent.isDone && (recentStart?.kind === 'at' || (long.isDone && exact.isDone));
  const error = recent.error ?? long.error;
  const retry = () => {
    for (const series of [recent, long]) if (series.error) series.retry();
  };
  const { notes } = recentStart?.kind === 'at' ? recent : long;
  const whileDone = error ? 'failed' : 'unclear';
  const isLoading = change !== undefined && isNamed && !isDone;
  return { status: start ? 'found' : isLoading ? 'loading' : whileDone, start, error, notes, retry };
}

/** The points of a series, undefined while they load; and whether they are there, or can't be. Without a series both is so. */
function useSeries(
  of: Pick<FrameTrendRequest, 'group' | 'name' | 'threadStates'>,
  series: ChangeSeries | undefined,
  isEnabled: boolean,
) {
  const { span, period } = series ?? NO_SERIES;
  const enabled = isEnabled && series !== undefined;
  const { data, isFetched, error, refetch } = useQuery({
    ...frameTrendOptions({ ...of, startTime: span.from, endTime: span.to, period }),
    enabled,
  });
  return {
    points: enabled ? data?.data.points : undefined,
    isDone: series === undefined || isFetched,
    error: enabled ? error : null,
    notes: data?.warnings ?? [],
    retry: () => void refetch(),
  };
}

const NO_SERIES: ChangeSeries = { period: 'PT1H', span: { from: 0, to: 1 } };

const useStart = (points: FrameTrend['points'] | undefined, change: ShareChange | undefined) =>
  useMemo(() => points && change && changeStart(points, change), [points, change]);

function withShares(
  points: FrameTrend['points'] = [],
  { kind, levelFrom, ...start }: Extract<ChangeStart, { kind: 'at' }>,
): FoundStart | undefined {
  const shares = sharesAround(points, levelFrom, start.at);
  return shares && { kind, ...shares, ...start };
}
