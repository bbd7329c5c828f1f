'use client';

import { type RefObject, useEffect, useMemo, useState } from 'react';
import { ROW_PX } from '@/lib/profile/graph/frame-size';
import type { RowWindow } from './frame-data';
import type { Grid } from './frame-geometry';

/** The window moves in such steps, and extends one step beyond the view. */
const STEP_ROWS = 40;

/** The rows whose labels are drawn: those around the view of a graph that `isWindowed`, else all. */
export function useDrawnRows(
  scrollRef: RefObject<HTMLElement | null>,
  { rows, rootOnTop }: Grid,
  isWindowed: boolean,
): RowWindow {
  const [seen, setSeen] = useState<RowWindow>({ from: 0, to: 2 * STEP_ROWS });
  useEffect(() => {
    const scroll = scrollRef.current;
    if (!scroll || !isWindowed) return;
    const measure = () => {
      const first = Math.floor(scroll.scrollTop / ROW_PX);
      const last = first + Math.ceil(scroll.clientHeight / ROW_PX);
      const [low, high] = rootOnTop ? [first, last] : [rows - 1 - last, rows - 1 - first];
      const from = Math.max(0, (Math.floor(low / STEP_ROWS) - 1) * STEP_ROWS);
      const to = (Math.ceil(high / STEP_ROWS) + 1) * STEP_ROWS;
      setSeen((before) => (before.from === from && before.to === to ? before : { from, to }));
    };
    measure();
    scroll.addEventListener('scroll', measure, { passive: true });
    return () => scroll.removeEventListener('scroll', measure);
  }, [scrollRef, rows, rootOnTop, isWindowed]);
  // A zoom can leave fewer rows before the view is measured again.
  const from = isWindowed && seen.from < rows ? seen.from : 0;
  const to = isWindowed ? seen.to : rows;
  return useMemo(() => ({ from, to }), [from, to]);
}
