'use client';

import {
  type DefaultError,
  type QueryKey,
  type UseQueryOptions,
  type UseQueryResult,
  // biome-ignore lint/style/noRestrictedImports: the only place that needs the library's own
  useQuery as useCurrentQuery,
  useQueryClient,
} from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { hasChanged, sentResult } from './sent-queries';
import { withStaleError } from './stale-error';

const neverChanges = () => () => undefined;

/**
 * Reads a query, as the function of the same name in the library. A part of a page that hydrates when the query has already
 * changed first renders what the server rendered, since React would discard the server's HTML otherwise, and then the change.
 * A stale answer has an error.
 */
export function useQuery<Fetched, Failure = DefaultError, Data = Fetched, Key extends QueryKey = QueryKey>(
  options: UseQueryOptions<Fetched, Failure, Data, Key>,
): UseQueryResult<Data, Failure> {
  const client = useQueryClient();
  const current = useCurrentQuery(options);
  const isAhead = useSyncExternalStore(
    neverChanges,
    () => false,
    () => hasChanged(client, options.queryKey),
  );
  return withStaleError(isAhead ? sentResult(client, options) : current);
}
