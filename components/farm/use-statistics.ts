'use client';

import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Coverage } from '@/lib/answer/answer';
import { mergePages, type Progress, progressOf, type StatisticsResult } from '@/lib/farm/aggregation';
import type { SessionStatistics, StatisticsRequest } from '@/lib/farm/session-statistics';
import type { BuiltStatisticsRequest } from '@/lib/farm/statistics-request';
import { aggregationOptions, statisticsOptions } from '@/lib/queries/farm';
import { retryInterval } from '@/lib/queries/query-client';
import { useQuery } from '@/lib/queries/use-query';

/** The rows on screen and the request they answer. */
export type ShownStatistics = {
  built: BuiltStatisticsRequest;
  rows: SessionStatistics[];
  /** Whether rows are missing. */
  partial: boolean;
  /** When the aggregation started, epoch milliseconds; later sessions are not in the rows. */
  asOf: number;
  coverage: Coverage;
  warnings: string[];
};

export type FarmStatistics = {
  progress: Progress;
  /** Rows read so far. */
  rowCount: number;
  /** The newest finished result; that of an earlier request until the current one finishes. */
  shown: ShownStatistics | undefined;
  /** Whether `shown` answers an earlier request or is incomplete. */
  isOutdated: boolean;
  /** Requests a failed page again, or else a new aggregation. */
  retry(): void;
};

/** Starts an aggregation, polls it and reads its pages. Keeps the last result meanwhile. */
export function useStatistics(built: BuiltStatisticsRequest): FarmStatistics {
  const client = useQueryClient();
  const options = aggregationOptions(built.request);
  const aggregation = useQuery(options);
  const started = aggregation.data?.data;
  const pages = useInfiniteQuery({
    ...statisticsOptions(started ?? { farmId: built.request.farmId, aggregationId: '' }),
    enabled: started !== undefined,
  });
  const read = pages.data?.pages;
  const result = useMemo(() => mergePages((read ?? []).map(({ data }) => data)), [read]);
  const state = progressOf({
    started: started !== undefined,
    startError: aggregation.error,
    result,
    pageCount: read?.length ?? 0,
    readError: pages.error,
  });
  const isRestarting = aggregation.isFetching && (state.phase === 'expired' || state.phase === 'failed');
  const progress: Progress = isRestarting ? { phase: 'starting' } : state;

  useNextPages(progress, pages);
  useRestartExpired(state, JSON.stringify(built.request), () => void aggregation.refetch());

  const [last, setLast] = useState<{ result: StatisticsResult; shown: ShownStatistics }>();
  const isFinished = progress.phase === 'completed' || progress.phase === 'truncated';
  const hasSomeRows = progress.phase === 'problem' && !last && (result?.rows.length ?? 0) > 0;
  if (result && last?.result !== result && (isFinished || hasSomeRows)) {
    const asOf = aggregation.data?.asOf ?? 0;
    setLast({
      result,
      shown: {
        built,
        rows: result.rows,
        partial: progress.phase !== 'completed',
        asOf,
        coverage: coverageOf(built.request, asOf),
        warnings: [...(aggregation.data?.warnings ?? []), ...(read ?? []).flatMap((page) => page.warnings)],
      },
    });
  }

  const hasPageFailed = progress.phase === 'problem' && pages.error !== null;
  return {
    progress,
    rowCount: result?.rows.length ?? 0,
    shown: last?.shown,
    isOutdated: last !== undefined && last.result !== result,
    retry: () => {
      if (!hasPageFailed) void client.invalidateQueries({ queryKey: options.queryKey, exact: true });
      else if (pages.hasNextPage) void pages.fetchNextPage();
      else void pages.refetch();
    },
  };
}

const coverageOf = ({ startTime, endTime }: StatisticsRequest, asOf: number): Coverage => ({
  from: startTime,
  to: Math.max(startTime, Math.min(endTime, asOf)),
});

type Pages = {
  hasNextPage: boolean;
  isFetching: boolean;
  error: Error | null;
  fetchNextPage(): Promise<unknown>;
};

/** Reads page after page, and retries a failed one after the delay that its problem names. */
function useNextPages(progress: Progress, { hasNextPage, isFetching, error, fetchNextPage }: Pages): void {
  const isReading = progress.phase === 'reading';
  const retryMs = progress.phase === 'problem' && retryInterval(error);
  useEffect(() => {
    if (!hasNextPage || isFetching) return;
    if (isReading) void fetchNextPage();
    if (retryMs === false) return;
    const timer = setTimeout(() => void fetchNextPage(), retryMs);
    return () => clearTimeout(timer);
  }, [isReading, retryMs, hasNextPage, isFetching, fetchNextPage]);
}

/** Restarts an expired aggregation once per request; after that the viewer decides. */
function useRestartExpired(progress: Progress, requestKey: string, start: () => void): void {
  const restarted = useRef<string>(undefined);
  const isExpired = progress.phase === 'expired';
  useEffect(() => {
    if (!isExpired || restarted.current === requestKey) return;
    restarted.current = requestKey;
    start();
  });
}
