'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { ChangeSettings } from '../settings/profile-settings';

/** A graph whose top is below this part of the window counts as out of view. */
const LOWEST_TOP = 0.6;

/**
 * Returns `onChange` with an addition: once the graph is ready, it scrolls to the panel's graph and moves the keyboard focus
 * there.
 */
export function useShowGraph(isReady: boolean, onChange: ChangeSettings): ChangeSettings {
  const [requestCount, setRequestCount] = useState(0);
  const shownCount = useRef(0);
  useEffect(() => {
    if (requestCount === shownCount.current || !isReady) return;
    shownCount.current = requestCount;
    const panel = document.getElementById('flame-graph');
    const graph = panel?.querySelector<HTMLElement>('[role="application"]');
    if (!panel || !graph) return;
    graph.focus({ preventScroll: true });
    const { top } = graph.getBoundingClientRect();
    if (top >= 0 && top <= window.innerHeight * LOWEST_TOP) return;
    const isStill = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    panel.scrollIntoView({ behavior: isStill ? 'auto' : 'smooth', block: 'start' });
  }, [requestCount, isReady]);
  return useCallback(
    (change, history) => {
      setRequestCount((count) => count + 1);
      return onChange(change, history);
    },
    [onChange],
  );
}
