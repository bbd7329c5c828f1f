'use client';

import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import { type LoadedRuns, loadedRuns, withEarlier } from '@/lib/canary/loaded';
import type { RunsRequest } from '@/lib/canary/run';
import { runsOptions } from '@/lib/queries/canary';

const PAGE_SIZE = 100;

/** Pages loaded at first, and by each 'Load older runs'. */
const PAGES_PER_LOAD = 10;

type Snapshot = { key: string; updatedAt: number; asOf: number | undefined; loaded: LoadedRuns };

export type CanaryRuns = {
  /** Undefined until the first page arrives. The last runs remain while newer ones load. */
  loaded: LoadedRuns | undefined;
  isFetching: boolean;
  /** Whether older pages are loading without the viewer doing anything. */
  isLoadingOlder: boolean;
  /** Loads older pages; undefined if the runs reach the start, while loading, and after a failure. */
  loadOlder: (() => void) | undefined;
  error: Error | null;
  /** Requests the failed page again, or all. */
  retry: () => void;
  /** When AWS returned the newest runs, epoch milliseconds. */
  asOf: number | undefined;
  warnings: string[];
};

/**
 * A canary's runs back to an instant: page after page, newest first, up to a limit. Runs loaded earlier continue newer
 * pages, so that a refresh or another range leaves no gap.
 */
export function useCanaryRuns(request: Omit<RunsRequest, 'nextToken'>, since: number): CanaryRuns {
  const query = useInfiniteQuery(runsOptions(request, since));
  const { data, hasNextPage, isFetching, error, isFetchNextPageError, fetchNextPage, refetch } = query;
  const key = JSON.stringify(request);
  const [lastSnapshot, setSnapshot] = useState<Snapshot>();
  const snapshot = lastSnapshot?.key === key ? lastSnapshot : undefined;
  const [more, setMore] = useState({ since, pages: 0 });

  const fresh = useMemo(() => data && loadedRuns(data.pages.map((page) => page.data)), [data]);
  const loaded = useMemo(
    () => (fresh && snapshot ? withEarlier(fresh, snapshot.loaded) : (fresh ?? snapshot?.loaded)),
    [fresh, snapshot],
  );

  const pageCount = data?.pages.length ?? 0;
  const usesSnapshot = loaded !== fresh;
  const maxPages = more.since === since && more.pages > 0 ? more.pages : usesSnapshot ? 0 : PAGES_PER_LOAD;
  const hasOlder = loaded !== undefined && loaded.from > since && hasNextPage && error === null;
  const isLoadingOlder = hasOlder && data !== undefined && pageCount < maxPages;

  useEffect(() => {
    if (isLoadingOlder && !isFetching) void fetchNextPage();
  }, [isLoadingOlder, isFetching, fetchNextPage]);

  const asOf = data?.pages[0]?.asOf;
  if (data && loaded && !isLoadingOlder && snapshot?.updatedAt !== query.dataUpdatedAt)
    setSnapshot({ key, updatedAt: query.dataUpdatedAt, asOf, loaded });

  return {
    loaded,
    isFetching,
    isLoadingOlder,
    loadOlder:
      hasOlder && !isLoadingOlder && !isFetching
        ? () => setMore({ since, pages: Math.ceil(loaded.runs.length / PAGE_SIZE) + PAGES_PER_LOAD })
        : undefined,
    error,
    retry: () => void (isFetchNextPageError ? fetchNextPage() : refetch()),
    asOf: asOf ?? snapshot?.asOf,
    warnings: data?.pages.flatMap((page) => page.warnings) ?? [],
  };
}
