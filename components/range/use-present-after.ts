'use client';

import { useEffect, useState } from 'react';
import { MINUTE } from '@/lib/time/duration';

/**
 * The present, at whole minutes after a page's `now`: equal to it at first, then kept while the page is visible, and corrected when
 * it is shown again. It follows the server's clock, which may differ from the browser's.
 */
export function usePresentAfter(now: number): number {
  const [present, setPresent] = useState({ now, at: now });
  useEffect(() => {
    const start = Date.now();
    const tick = () => {
      if (document.visibilityState !== 'visible') return;
      const minutes = Math.floor((Date.now() - start) / MINUTE);
      setPresent({ now, at: now + minutes * MINUTE });
    };
    const timer = setInterval(tick, MINUTE);
    document.addEventListener('visibilitychange', tick);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tick);
    };
  }, [now]);
  return present.now === now ? present.at : now;
}
