'use client';

import { createContext, type ReactNode, type RefObject, useContext, useEffect, useRef } from 'react';
import type { Span } from '@/lib/time/range';

/** What a page really shows when that is not its range: the span, and the parameters that chose it. */
export type SharedView = { span: Span; without: readonly string[] };

const SharedViewContext = createContext<RefObject<SharedView | undefined> | undefined>(undefined);

/** Around the shell and its pages: the page tells, the shell's Share button reads. */
export function SharedViewProvider({ children }: { children: ReactNode }) {
  const view = useRef<SharedView>(undefined);
  return <SharedViewContext value={view}>{children}</SharedViewContext>;
}

/** While a view that follows the newest data is on screen, a shared link names the span that it showed. */
export function useSharedView(view: SharedView | undefined): void {
  const told = useContext(SharedViewContext);
  useEffect(() => {
    if (!told) return;
    told.current = view;
    return () => {
      told.current = undefined;
    };
  });
}

/** Read when a link is copied. */
export const useCurrentSharedView = (): RefObject<SharedView | undefined> | undefined =>
  useContext(SharedViewContext);
