'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { usePending } from '@/components/range/pending';

type Refresh = { refresh: () => void; refreshByItself: () => void; pending: boolean };

/**
 * Has the server make the page again with a new now, then asks again for whatever on screen that did not
 * renew. Old data stays until the new is there. What the viewer asks for is invalid meanwhile, so that the
 * server gives nothing older; by itself, what viewers share is good enough.
 */
export function useRefresh(): Refresh {
  const router = useRouter();
  const queryClient = useQueryClient();
  const { pending, start } = usePending();
  const started = useRef<{ at: number; byItself: boolean }>(undefined);

  useEffect(() => {
    if (pending || started.current === undefined) return;
    const { at, byItself } = started.current;
    started.current = undefined;
    const predicate = ({ state }: { state: { dataUpdatedAt: number } }) => state.dataUpdatedAt < at;
    void (byItself
      ? queryClient.refetchQueries({ type: 'active', predicate })
      : queryClient.invalidateQueries({ predicate }));
  }, [pending, queryClient]);

  const begin = (byItself: boolean) => {
    started.current = { at: Date.now(), byItself };
    start(() => router.refresh());
  };
  return { refresh: () => begin(false), refreshByItself: () => begin(true), pending };
}
