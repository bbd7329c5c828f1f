'use client';

import { useLayoutEffect, useState } from 'react';

/** Height of the window, pixels; kept for the next graph, which would otherwise render twice. */
let lastKnown = 0;

/** Maximum height of a graph's scroll area, as its style sets it: a share of the window, but not less than some pixels. */
type ViewSize = { minPx: number; share: number };
const FULL_VIEW: ViewSize = { minPx: 440, share: 0.7 };
/** For two graphs that are above each other. */
const HALF_VIEW: ViewSize = { minPx: 240, share: 0.35 };

/** Maximum height of a graph's scroll area, pixels; 0 until the first graph is mounted. */
export function useViewHeight(isHalf = false): number {
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
  const { minPx, share } = isHalf ? HALF_VIEW : FULL_VIEW;
  return windowHeight === 0 ? 0 : Math.max(minPx, share * windowHeight);
}
