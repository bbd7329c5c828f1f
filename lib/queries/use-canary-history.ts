'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { LoadedRuns } from '@/lib/canary/loaded';
import { isAnswered } from '@/lib/canary/stream/continue-runs';
import type { RunsSummary } from '@/lib/canary/summary/runs-summary';
import type { HistoryRequest } from './ask-history';
import { historyOptions, newestRunsOptions } from './canary-history';
import { useQuery } from './use-query';

export type CanaryHistory = {
  /** The runs read so far; undefined before the first ones. */
  loaded: LoadedRuns | undefined;
  /** Of all runs of a range, as long as those are loading. */
  summary: RunsSummary | undefined;
  isFetching: boolean;
  /** Whether runs of the range are still being read. */
  isReading: boolean;
  /** Whether the viewer stopped reading before the range was covered. */
  isStopped: boolean;
  stop: () => void;
  /** Reads on, or again. */
  retry: () => void;
  error: Error | null;
  /** When AWS was asked for the newest runs, epoch milliseconds. */
  asOf: number | undefined;
  warnings: string[];
};

/**
 * A canary's runs back to an instant (epoch milliseconds). Another range reads only what is missing. While the runs load, a summary
 * of the view of a name stands for them, if the server sent one.
 */
export function useCanaryHistory(
  request: HistoryRequest,
  from: number,
  viewName: string | undefined,
): CanaryHistory {
  const client = useQueryClient();
  const options = historyOptions(request, from);
  const newest = useQuery({ ...newestRunsOptions(request), enabled: false });
  const { data, error, isFetching, refetch } = useQuery(options);
  const place = JSON.stringify([request, from]);
  const [stopped, setStopped] = useState<string>();
  const isStopped = stopped === place;

  const isMissing = data === undefined || !isAnswered(data, from);
  const isWaiting = isMissing && !isFetching && !error && !isStopped;
  useEffect(() => {
    if (isWaiting) void refetch();
  }, [isWaiting, refetch]);

  const summary = isMissing && newest.data?.summary?.of === viewName ? newest.data?.summary : undefined;
  const shown = data ?? newest.data;
  const loaded = useMemo(() => shown && { ...shown.loaded, asOf: shown.asOf }, [shown]);
  return {
    loaded,
    summary,
    isFetching,
    isReading: isFetching && (shown === undefined || !isAnswered(shown, from)),
    isStopped: isStopped && isMissing && !isFetching,
    stop: () => {
      setStopped(place);
      void client.cancelQueries({ queryKey: options.queryKey, exact: true });
    },
    retry: () => {
      setStopped(undefined);
      void refetch();
    },
    error,
    asOf: shown?.asOf,
    warnings: shown?.warnings ?? [],
  };
}
