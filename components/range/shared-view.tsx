'use client';

import { createContext, type ReactNode, type RefObject, useContext, useEffect, useRef } from 'react';
import type { Span } from '@/lib/time/range';

/** The span that a page shows if it differs from its range, and the parameters that a link to it omits. */
export type SharedView = { span: Span; without: readonly string[] };

const SharedViewContext = createContext<RefObject<SharedView | undefined> | undefined>(undefined);

/** Surrounds the shell and its pages: the page sets the view, the Share button reads it. */
export function SharedViewProvider({ children }: { children: ReactNode }) {
  const view = useRef<SharedView>(undefined);
  return <SharedViewContext value={view}>{children}</SharedViewContext>;
}

/** Makes shared links name the span of a view that follows the newest data. */
export function useSharedView(view: SharedView | undefined): void {
  const shared = useContext(SharedViewContext);
  useEffect(() => {
    if (!shared) return;
    shared.current = view;
    return () => {
      shared.current = undefined;
    };
  });
}

/** The current page's view, to be read when a link is copied. */
export const useCurrentSharedView = (): RefObject<SharedView | undefined> | undefined =>
  useContext(SharedViewContext);
