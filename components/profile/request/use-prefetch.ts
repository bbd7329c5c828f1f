'use client';

import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';

type Ask = (client: QueryClient, node: number) => Promise<unknown> | undefined;

/** Asks ahead for what a zoom into a node would show, where there is something to ask. The same function from drawing to drawing. */
export function useAskAhead(ask: Ask): (node: number) => void {
  const client = useQueryClient();
  const askRef = useRef(ask);
  useEffect(() => {
    askRef.current = ask;
  });
  return useCallback(
    // What fails now is asked again, and told, when it is wanted.
    (node) => void askRef.current(client, node)?.catch(() => undefined),
    [client],
  );
}
