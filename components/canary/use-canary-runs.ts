'use client';

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { continued, type LoadedRuns, loadedRuns } from '@/lib/canary/loaded';
import type { RunsAsk } from '@/lib/canary/run';
import { runsOptions } from '@/lib/queries/canary';

/** Pages of 100 runs that are loaded without being asked for, and by each 'Load older runs'. */
const PAGES_AT_ONCE = 10;

type Kept = { key: string; updated: number; loaded: LoadedRuns };

export type CanaryRuns = {
  /** Absent until the first page is there. May be of the ask before while `isPlaceholder`. */
  loaded: LoadedRuns | undefined;
  isPlaceholder: boolean;
  fetching: boolean;
  /** Pages go on to be loaded by themselves. */
  loadingOlder: boolean;
  /** Loads further pages; absent when the runs reach the start or loading goes on by itself. */
  loadOlder: (() => void) | undefined;
  error: Error | null;
  retry: () => void;
  asOf: number | undefined;
  warnings: string[];
};

/**
 * A canary's runs back to an instant: page after page, newest first, up to a bound. What was loaded before
 * continues newer pages, so that a refresh shows no hole.
 */
export function useCanaryRuns(ask: Omit<RunsAsk, 'nextToken'>, since: number): CanaryRuns {
  const query = useInfiniteQuery({ ...runsOptions(ask, since), placeholderData: keepPreviousData });
  const { data, hasNextPage, isFetching, isPlaceholderData, error, fetchNextPage, refetch } = query;
  const key = JSON.stringify(ask);
  const [kept, setKept] = useState<Kept>();
  const [more, setMore] = useState({ since, pages: 0 });

  const loaded = useMemo(() => {
    if (!data) return undefined;
    const fresh = loadedRuns(data.pages.map((page) => page.data));
    return kept?.key === key && !isPlaceholderData ? continued(fresh, kept.loaded) : fresh;
  }, [data, kept, key, isPlaceholderData]);

  const bound = PAGES_AT_ONCE + (more.since === since ? more.pages : 0);
  const wanted = loaded !== undefined && loaded.from > since && hasNextPage && !isPlaceholderData;
  const goesOn = wanted && error === null && (data?.pages.length ?? 0) < bound;

  useEffect(() => {
    if (goesOn && !isFetching) void fetchNextPage();
  }, [goesOn, isFetching, fetchNextPage]);

  const settled = loaded !== undefined && !isPlaceholderData && !goesOn;
  if (settled && (kept?.key !== key || kept.updated !== query.dataUpdatedAt))
    setKept({ key, updated: query.dataUpdatedAt, loaded });

  return {
    loaded,
    isPlaceholder: isPlaceholderData,
    fetching: isFetching,
    loadingOlder: goesOn,
    loadOlder: wanted && !goesOn && !isFetching ? () => setMore({ since, pages: bound }) : undefined,
    error,
    retry: () => void refetch(),
    asOf: data?.pages[0]?.asOf,
    warnings: data?.pages.flatMap((page) => page.warnings) ?? [],
  };
}
