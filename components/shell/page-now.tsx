'use client';

import { createContext, type ReactNode, useContext } from 'react';

const PageNowContext = createContext<number | undefined>(undefined);

/** What `now` means on a page: the instant at which the server made it, so that all its panels agree. */
export function PageNow({ now, children }: { now: number; children: ReactNode }) {
  return <PageNowContext value={now}>{children}</PageNowContext>;
}

/** The page's now in epoch milliseconds. */
export function usePageNow(): number {
  const now = useContext(PageNowContext);
  if (now === undefined) throw new Error('usePageNow outside of PageNow');
  return now;
}
