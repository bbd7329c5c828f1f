'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { usePending } from './pending';

/**
 * Has the server make the page again with a new now, then asks again for whatever on screen that did not
 * renew. Old data stays until the new is there.
 */
export function useRefresh(): { refresh: () => void; pending: boolean } {
  const router = useRouter();
  const queryClient = useQueryClient();
  const { pending, start } = usePending();
  const startedAt = useRef<number>(undefined);

  useEffect(() => {
    const since = startedAt.current;
    if (pending || since === undefined) return;
    startedAt.current = undefined;
    void queryClient.invalidateQueries({ predicate: ({ state }) => state.dataUpdatedAt < since });
  }, [pending, queryClient]);

  const refresh = () => {
    startedAt.current = Date.now();
    start(() => router.refresh());
  };
  return { refresh, pending };
}
