'use client';

import { useInfiniteQuery, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Coverage } from '@/lib/answer/answer';
import { type Progress, progressOf } from '@/lib/farm/aggregation';
import { mergePages, type StatisticsResult } from '@/lib/farm/result';
import type { SessionStatistics, StatisticsRequest } from '@/lib/farm/session-statistics';
import type { BuiltStatisticsRequest } from '@/lib/farm/statistics-request';
import { aggregationOptions, statisticsOptions } from '@/lib/queries/farm';
import { retryInterval } from '@/lib/queries/query-client';

/** What the panels show: the rows of an aggregation beside the question they answer. */
export type ShownStatistics = {
  built: BuiltStatisticsRequest;
  rows: SessionStatistics[];
  /** Rows are missing. */
  partial: boolean;
  /** When AWS was asked to add up, epoch milliseconds; what came later is not in the rows. */
  asOf: number;
  coverage: Coverage;
  warnings: string[];
};

export type FarmStatistics = {
  progress: Progress;
  rowsSoFar: number;
  /** The newest finished result; an older question's while the new one's is on its way. */
  shown: ShownStatistics | undefined;
  /** What is shown answers an older question, or not all of it is here. */
  outdated: boolean;
  /** Asks again: for the page that did not come, or for a new aggregation. */
  retry(): void;
};

/** Starts an aggregation, waits for it, reads its pages, and keeps the last result on screen meanwhile. */
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
  const stands = progressOf({
    started: started !== undefined,
    startError: aggregation.error,
    result,
    pages: read?.length ?? 0,
    readError: pages.error,
  });

  const again = aggregation.isFetching && (stands.phase === 'gone' || stands.phase === 'failed');
  const progress: Progress = again ? { phase: 'starting' } : stands;

  useNextPages(progress, pages);
  useStartAnew(stands, JSON.stringify(built.request), () => void aggregation.refetch());

  const [kept, setKept] = useState<{ result: StatisticsResult; shown: ShownStatistics }>();
  const finished = progress.phase === 'completed' || progress.phase === 'cut';
  const stopped = progress.phase === 'problem' && !kept && (result?.rows.length ?? 0) > 0;
  if (result && kept?.result !== result && (finished || stopped)) {
    const warnings = [
      ...(aggregation.data?.warnings ?? []),
      ...(read ?? []).flatMap((page) => page.warnings),
    ];
    const asOf = aggregation.data?.asOf ?? 0;
    setKept({
      result,
      shown: {
        built,
        rows: result.rows,
        partial: progress.phase !== 'completed',
        asOf,
        coverage: coverageOf(built.request, asOf),
        warnings,
      },
    });
  }

  const pageMissing = progress.phase === 'problem' && pages.error !== null;
  return {
    progress,
    rowsSoFar: result?.rows.length ?? 0,
    shown: kept?.shown,
    outdated: kept !== undefined && kept.result !== result,
    retry: () => {
      if (!pageMissing) void client.invalidateQueries({ queryKey: options.queryKey, exact: true });
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

/** Reads page after page; one that did not come is asked for again after the time that its problem names. */
function useNextPages(progress: Progress, { hasNextPage, isFetching, error, fetchNextPage }: Pages): void {
  const reading = progress.phase === 'reading';
  const retryMs = progress.phase === 'problem' && retryInterval(error);
  useEffect(() => {
    if (!hasNextPage || isFetching) return;
    if (reading) void fetchNextPage();
    if (retryMs === false) return;
    const timer = setTimeout(() => void fetchNextPage(), retryMs);
    return () => clearTimeout(timer);
  }, [reading, retryMs, hasNextPage, isFetching, fetchNextPage]);
}

/** Results that AWS forgot are made once more by themselves; a second time is the viewer's decision. */
function useStartAnew(progress: Progress, question: string, start: () => void): void {
  const restarted = useRef<string>(undefined);
  const gone = progress.phase === 'gone';
  useEffect(() => {
    if (!gone || restarted.current === question) return;
    restarted.current = question;
    start();
  });
}
