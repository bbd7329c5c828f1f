'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { usePending } from '@/components/range/pending';
import { isRefreshed } from '@/lib/queries/is-refreshed';

type Refresh = { refresh: () => void; autoRefresh: () => void; pending: boolean };

/**
 * Makes the server render the page with a new `now`, then refetches queries on screen that this did not renew. Old data
 * remains until new data arrives. A manual refresh invalidates queries, so that the server returns nothing older; an
 * automatic one accepts answers that viewers share.
 */
export function useRefresh(): Refresh {
  const router = useRouter();
  const queryClient = useQueryClient();
  const { pending, start } = usePending();
  const started = useRef<{ at: number; isAutomatic: boolean }>(undefined);

  useEffect(() => {
    if (pending || started.current === undefined) return;
    const { isAutomatic } = started.current;
    const predicate = isRefreshed(started.current);
    started.current = undefined;
    void (isAutomatic
      ? queryClient.refetchQueries({ type: 'active', predicate })
      : queryClient.invalidateQueries({ predicate }));
  }, [pending, queryClient]);

  const begin = (isAutomatic: boolean) => {
    started.current = { at: Date.now(), isAutomatic };
    start(() => router.refresh());
  };
  return { refresh: () => begin(false), autoRefresh: () => begin(true), pending };
}
