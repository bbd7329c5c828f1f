'use client';

import { useQueryStates } from 'nuqs';
import { useEffect, useEffectEvent } from 'react';
import { usePresent } from '@/components/range/page-now';
import { useRange } from '@/components/range/use-range';
import { MINUTE } from '@/lib/time/duration';
import { resolveRange } from '@/lib/time/range';
import { rangeSearchParams } from '@/lib/time/search-params';

/** AWS may still add to what happened in this time before. */
const LATE_MS = 15 * MINUTE;

/**
 * Refreshes the page at an interval in milliseconds (0: never) while it is visible, and when it is shown again if it missed one.
 * Returns whether the range is over, which is when it isn't refreshed: 15 minutes after its end, or when the link fixes `now`.
 */
export function useAutoRefresh(ms: number, refresh: () => void): boolean {
  const { text, span, now, zone } = useRange();
  const [{ asof }] = useQueryStates(rangeSearchParams);
  const present = usePresent();
  const isOverAt = (instant: number) => {
    const later = resolveRange(text, instant, zone);
    return asof !== null || (later?.to === span.to && span.to + LATE_MS <= instant);
  };
  const refreshUnlessOver = useEffectEvent((instant: number) => {
    if (!isOverAt(instant)) refresh();
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
  return isOverAt(present);
}
