'use client';

import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';

type Prefetch = (client: QueryClient, node: number) => Promise<unknown> | undefined;

/** Requests the answer for a zoom into a node before the click. The returned function keeps its identity. */
export function usePrefetch(prefetch: Prefetch): (node: number) => void {
  const client = useQueryClient();
  const prefetchRef = useRef(prefetch);
  useEffect(() => {
    prefetchRef.current = prefetch;
  });
  return useCallback(
    // A failed prefetch is silent: the zoom itself requests it again and shows the error.
    (node) => void prefetchRef.current(client, node)?.catch(() => undefined),
    [client],
  );
}
