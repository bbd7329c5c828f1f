'use client';

import { type PointerEvent, type RefObject, useEffect, useMemo, useState } from 'react';
import type { DrawnFrame } from '@/lib/profile/graph/drawn-frame';
import { ROW_PX } from '@/lib/profile/graph/frame-size';
import classes from './flame-minimap.module.css';

type FlameMinimapProps = {
  frames: readonly DrawnFrame[];
  /** Node → 1 where the frame is highlighted. */
  matched: Uint8Array | undefined;
  rows: number;
  rootOnTop: boolean;
  scroll: RefObject<HTMLDivElement | null>;
};

type Window = { top: number; height: number; of: number };

/** The whole graph small, when it is taller than its view: shows which part is in view, and goes to another. */
export function FlameMinimap({ frames, matched, rows, rootOnTop, scroll }: FlameMinimapProps) {
  const [view, setView] = useState<Window>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the number of rows makes the graph's height
  useEffect(() => {
    const element = scroll.current;
    if (!element) return;
    const measure = () =>
      setView({ top: element.scrollTop, height: element.clientHeight, of: element.scrollHeight });
    // Measures at once too, after the layout.
    const resized = new ResizeObserver(measure);
    resized.observe(element);
    element.addEventListener('scroll', measure, { passive: true });
    return () => {
      resized.disconnect();
      element.removeEventListener('scroll', measure);
    };
  }, [scroll, rows]);
  const paths = useMemo(() => {
    const rect = ({ x, width, row }: DrawnFrame) =>
      `M${(x * 100).toFixed(2)} ${rootOnTop ? row : rows - 1 - row}h${Math.max(0.4, width * 100).toFixed(2)}v.9H${(x * 100).toFixed(2)}z`;
    const isFound = ({ node, folded }: DrawnFrame) => folded === 0 && matched?.[node] === 1;
    return {
      all: frames.map(rect).join(''),
      found: matched ? frames.filter(isFound).map(rect).join('') : '',
    };
  }, [frames, matched, rows, rootOnTop]);
  if (!view || view.of <= view.height + ROW_PX) return null;

  const goTo = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const share = (event.clientY - box.top) / box.height;
    scroll.current?.scrollTo({ top: share * view.of - view.height / 2 });
  };
  return (
    <svg
      className={classes.minimap}
      viewBox={`0 0 100 ${rows}`}
      preserveAspectRatio="none"
      aria-hidden
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        goTo(event);
      }}
      onPointerMove={(event) => event.buttons > 0 && goTo(event)}
    >
      <path className={classes.frames} d={paths.all} />
      <path className={classes.found} d={paths.found} />
      <rect
        className={classes.view}
        x={0}
        width={100}
        y={(view.top / view.of) * rows}
        height={(view.height / view.of) * rows}
      />
    </svg>
  );
}
