'use client';

import { type PointerEvent, type RefObject, useEffect, useMemo, useState } from 'react';
import type { DrawnFrame } from '@/lib/profile/graph/drawn-frame';
import { ROW_PX } from '@/lib/profile/graph/frame-size';
import classes from './flame-minimap.module.css';

type FlameMinimapProps = {
  frames: readonly DrawnFrame[];
  /** Those that the search matches. */
  found: readonly DrawnFrame[] | undefined;
  rows: number;
  rootOnTop: boolean;
  scrollRef: RefObject<HTMLDivElement | null>;
};

/** Scroll position and size of the visible part, pixels. */
type Visible = { top: number; height: number; scrollHeight: number };

/** The whole graph in miniature next to one that scrolls: marks the visible part, and scrolls to another. */
export function FlameMinimap({ frames, found, rows, rootOnTop, scrollRef }: FlameMinimapProps) {
  const [visible, setVisible] = useState<Visible>();
  useEffect(() => {
    const element = scrollRef.current;
    if (!element) return;
    const measure = () =>
      setVisible({
        top: element.scrollTop,
        height: element.clientHeight,
        scrollHeight: element.scrollHeight,
      });
    // Also fires once at the start, after the layout.
    const observer = new ResizeObserver(measure);
    for (const sized of [element, ...element.children]) observer.observe(sized);
    element.addEventListener('scroll', measure, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', measure);
    };
  }, [scrollRef]);
  const all = useMemo(() => rectsOf(frames, rows, rootOnTop), [frames, rows, rootOnTop]);
  const matches = useMemo(() => rectsOf(found ?? [], rows, rootOnTop), [found, rows, rootOnTop]);
  if (!visible || visible.scrollHeight <= visible.height + ROW_PX) return null;

  const scrollTo = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const share = (event.clientY - box.top) / box.height;
    scrollRef.current?.scrollTo({ top: share * visible.scrollHeight - visible.height / 2 });
  };
  return (
    <svg
      className={classes.minimap}
      viewBox={`0 0 100 ${rows}`}
      preserveAspectRatio="none"
      aria-hidden
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        scrollTo(event);
      }}
      onPointerMove={(event) => event.buttons > 0 && scrollTo(event)}
    >
      <path className={classes.frames} d={all} />
      <path className={classes.matches} d={matches} />
      <rect
        className={classes.view}
        x={0}
        width={100}
        y={(visible.top / visible.scrollHeight) * rows}
        height={(visible.height / visible.scrollHeight) * rows}
      />
    </svg>
  );
}

/** Boxes as a path, with x and width in percent of the graph and rows one high. */
const rectsOf = (frames: readonly DrawnFrame[], rows: number, rootOnTop: boolean) =>
  frames
    .map(({ x, width, row }) => {
      const left = (x * 100).toFixed(2);
      return `M${left} ${rootOnTop ? row : rows - 1 - row}h${Math.max(0.4, width * 100).toFixed(2)}v.9H${left}z`;
    })
    .join('');
