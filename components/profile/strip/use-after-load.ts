'use client';

import { useEffect, useState } from 'react';

/** Longer than the browser takes to load and draw the live graph once the page has its profile. */
const DELAY_MS = 400;

/**
 * Whether the browser has had time to draw the live graph, which the viewer waits for. It delays only the first load of a page, because later ones
 * find the live graph ready.
 */
export function useAfterLoad(isLoaded: boolean): boolean {
  const [isAfter, setAfter] = useState(false);
  useEffect(() => {
    if (!isLoaded) return;
    const timer = setTimeout(() => setAfter(true), DELAY_MS);
    return () => clearTimeout(timer);
  }, [isLoaded]);
  return isLoaded && isAfter;
}
