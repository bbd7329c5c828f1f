'use client';

import { useEffect, useState } from 'react';
import { SECOND } from '@/lib/time/duration';

const MAX_WAIT_MS = 2 * SECOND;

/** Whether the browser has finished what the viewer waits for: true from the first idle moment after `isLoaded`. */
export function useAfterLoad(isLoaded: boolean): boolean {
  const [isAfter, setAfter] = useState(false);
  useEffect(() => {
    if (!isLoaded) return;
    const start = () => setAfter(true);
    // Safari has no requestIdleCallback.
    if (typeof requestIdleCallback === 'undefined') {
      const timer = setTimeout(start);
      return () => clearTimeout(timer);
    }
    const handle = requestIdleCallback(start, { timeout: MAX_WAIT_MS });
    return () => cancelIdleCallback(handle);
  }, [isLoaded]);
  return isAfter;
}
