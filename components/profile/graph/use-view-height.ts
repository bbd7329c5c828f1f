'use client';

import { useLayoutEffect, useState } from 'react';

/** Height of the window, pixels; kept for the next graph, which would otherwise render twice. */
let lastKnown = 0;

/** Maximum height of a graph's scroll area, as its style sets it, pixels; 0 until the first graph is mounted. */
export function useViewHeight(): number {
  const [windowHeight, setWindowHeight] = useState(lastKnown);
  useLayoutEffect(() => {
    const measure = () => {
      lastKnown = window.innerHeight;
      setWindowHeight(lastKnown);
    };
    measure();
    window.addEventListener('resize', measure);
    return () => window.removeEventListener('resize', measure);
  }, []);
  return windowHeight === 0 ? 0 : Math.max(440, 0.7 * windowHeight);
}
