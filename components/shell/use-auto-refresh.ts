'use client';

import { useQueryStates } from 'nuqs';
import { useEffect, useEffectEvent } from 'react';
import { useRange } from '@/components/range/use-range';
import { resolveRange } from '@/lib/time/range';
import { rangeSearchParams } from '@/lib/time/search-params';

/**
 * Refreshes the page at an interval in milliseconds (0: never) while it is visible, and when it is shown again if it missed one.
 * A range that is over is not refreshed,
 * because nothing in it can change.
 */
export function useAutoRefresh(ms: number, refresh: () => void): void {
  const { text, span, now, zone } = useRange();
  const [{ asof }] = useQueryStates(rangeSearchParams);
  const refreshUnlessOver = useEffectEvent((present: number) => {
    const later = resolveRange(text, present, zone);
    const isOver = asof !== null || (later?.to === span.to && span.to <= now);
    if (!isOver) refresh();
  });
  useEffect(() => {
    if (ms === 0) return;
    const start = Date.now();
    let isMissed = false;
    const due = () => {
      isMissed = document.visibilityState !== 'visible';
      if (!isMissed) refreshUnlessOver(now + Date.now() - start);
    };
    const shown = () => {
      if (isMissed) due();
    };
    const timer = setInterval(due, ms);
    document.addEventListener('visibilitychange', shown);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', shown);
    };
  }, [ms, now]);
}
