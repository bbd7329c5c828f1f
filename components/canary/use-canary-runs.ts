'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { continued, type LoadedRuns, loadedRuns } from '@/lib/canary/loaded';
import type { RunsRequest } from '@/lib/canary/run';
import { runsOptions } from '@/lib/queries/canary';

const PAGE_RUNS = 100;

/** Pages that are loaded without being asked for, and by each 'Load older runs'. */
const PAGES_PER_LOAD = 10;

type Kept = { key: string; updated: number; asOf: number | undefined; loaded: LoadedRuns };

export type CanaryRuns = {
  /** Absent until the first page is there. While newer ones are asked for, the runs loaded before. */
  loaded: LoadedRuns | undefined;
  fetching: boolean;
  /** Pages go on to be loaded by themselves. */
  loadingOlder: boolean;
  /** Loads further pages; absent when the runs reach the start, and while loading goes on or has failed. */
  loadOlder: (() => void) | undefined;
  error: Error | null;
  /** Asks again: for the page that failed, or for all. */
  retry: () => void;
  /** When AWS was asked for the newest runs, epoch milliseconds. */
  asOf: number | undefined;
  warnings: string[];
};

/**
 * A canary's runs back to an instant: page after page, newest first, up to a bound. What was loaded before
 * continues newer pages, so that a refresh or another range shows no hole.
 */
export function useCanaryRuns(ask: Omit<RunsRequest, 'nextToken'>, since: number): CanaryRuns {
  const query = useInfiniteQuery(runsOptions(ask, since));
  const { data, hasNextPage, isFetching, error, isFetchNextPageError, fetchNextPage, refetch } = query;
  const key = JSON.stringify(ask);
  const [lastKept, setKept] = useState<Kept>();
  const kept = lastKept?.key === key ? lastKept : undefined;
  const [more, setMore] = useState({ since, pages: 0 });

  const fresh = useMemo(() => data && loadedRuns(data.pages.map((page) => page.data)), [data]);
  const loaded = useMemo(
    () => (fresh && kept ? continued(fresh, kept.loaded) : (fresh ?? kept?.loaded)),
    [fresh, kept],
  );

  const pages = data?.pages.length ?? 0;
  const metKept = loaded !== fresh;
  const bound = more.since === since && more.pages > 0 ? more.pages : metKept ? 0 : PAGES_PER_LOAD;
  const wanted = loaded !== undefined && loaded.from > since && hasNextPage && error === null;
  const goesOn = wanted && data !== undefined && pages < bound;

  useEffect(() => {
    if (goesOn && !isFetching) void fetchNextPage();
  }, [goesOn, isFetching, fetchNextPage]);

  const asOf = data?.pages[0]?.asOf;
  if (data && loaded && !goesOn && kept?.updated !== query.dataUpdatedAt)
    setKept({ key, updated: query.dataUpdatedAt, asOf, loaded });

  return {
    loaded,
    fetching: isFetching,
    loadingOlder: goesOn,
    loadOlder:
      wanted && !goesOn && !isFetching
        ? () => setMore({ since, pages: Math.ceil(loaded.runs.length / PAGE_RUNS) + PAGES_PER_LOAD })
        : undefined,
    error,
    retry: () => void (isFetchNextPageError ? fetchNextPage() : refetch()),
    asOf: asOf ?? kept?.asOf,
    warnings: data?.pages.flatMap((page) => page.warnings) ?? [],
  };
}
