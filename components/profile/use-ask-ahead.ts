'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef } from 'react';
import { type ProfileViewAsk, profileOptions } from '@/lib/queries/profile';

/** Asks ahead for what a zoom into a node would show, where `askOf` says what. The same function from drawing to drawing. */
export function useAskAhead(askOf: (node: number) => ProfileViewAsk | undefined): (node: number) => void {
  const client = useQueryClient();
  const askRef = useRef(askOf);
  useEffect(() => {
    askRef.current = askOf;
  });
  return useCallback(
    (node) => {
      const ask = askRef.current(node);
      // What fails now is asked again, and told, when it is wanted.
      if (ask) client.query(profileOptions(ask)).catch(() => undefined);
    },
    [client],
  );
}
