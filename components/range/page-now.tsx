'use client';

import { useQueryStates } from 'nuqs';
import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { rangeSearchParams } from '@/lib/time/search-params';
import { usePresentAfter } from './use-present-after';

type Report = (now: number | undefined) => void;

const PageNowContext = createContext<number | undefined>(undefined);
const PresentContext = createContext<number | undefined>(undefined);
const ReportContext = createContext<Report | undefined>(undefined);

/**
 * Provides `now` to the shell: that of the current page, or else of the layout. Soft navigations keep the layout, so each
 * page reports its own `now`.
 */
export function ShellNow({ now, children }: { now: number; children: ReactNode }) {
  const [reported, report] = useState<number>();
  const shown = reported ?? now;
  return (
    <ReportContext value={report}>
      <PresentContext value={usePresentAfter(shown)}>
        <PageNowContext value={shown}>{children}</PageNowContext>
      </PresentContext>
    </ReportContext>
  );
}

/** Provides `now` to a page: the instant at which the server rendered it, so that all its panels agree. */
export function PageNow({ now, children }: { now: number; children: ReactNode }) {
  const report = useContext(ReportContext);
  useEffect(() => {
    report?.(now);
    return () => report?.(undefined);
  }, [now, report]);
  return (
    <PresentContext value={usePresentAfter(now)}>
      <PageNowContext value={now}>{children}</PageNowContext>
    </PresentContext>
  );
}

/** The page's `now` in epoch milliseconds. */
export function usePageNow(): number {
  const now = useContext(PageNowContext);
  if (now === undefined) throw new Error('usePageNow outside of PageNow');
  return now;
}

/**
 * The present in epoch milliseconds, to the minute: later than the page's `now` in a tab that was left open. A shared link shows the
 * present of when it was shared.
 */
export function usePresent(): number {
  const present = useContext(PresentContext);
  const [{ asof, kept }] = useQueryStates(rangeSearchParams);
  if (present === undefined) throw new Error('usePresent outside of PageNow');
  return (kept !== null ? asof : null) ?? present;
}
