'use client';

import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';
import type { DrawnFrame } from '@/lib/profile/graph/drawn-frame';
import { isMatch } from '@/lib/profile/graph/match-outlines';
import { stepToMatch } from '@/lib/profile/transform/search';
import { type Grid, placeOf, pointBelow, reveal } from '../drawing/frame-geometry';
import type { Point } from '../picture';

/** Steps to the next or previous match, or leaves the current one. Returns the position of the next one among the drawn matches. */
export type StepToMatch = (
  step: 'next' | 'previous' | 'leave',
) => { position: number; count: number } | undefined;

type CurrentFrameOptions = {
  frames: readonly DrawnFrame[];
  grid: Grid;
  /** Node → 1 where the search matches. */
  matched: Uint8Array | undefined;
  scrollRef: RefObject<HTMLElement | null>;
  /** A key or a step moves to a frame. */
  onMove(): void;
  /** Receives the function that steps through the matches. */
  stepRef: RefObject<StepToMatch | undefined> | undefined;
};

type CurrentFrame = {
  /** Index among the drawn frames. */
  current: number | undefined;
  /** Point of the window just below the current frame. */
  currentAt: Point | undefined;
  setCurrent(index: number | undefined): void;
  /** Makes a frame the current one and scrolls to it. */
  moveTo(index: number): void;
  /** The focused frame becomes the current one once a zoom is drawn. */
  startZoom(): void;
};

/** The frame that keys and search steps are at. A press elsewhere, or the end of the search, leaves it. */
export function useCurrentFrame(options: CurrentFrameOptions): CurrentFrame {
  const { frames, grid, matched, scrollRef, onMove, stepRef } = options;
  const [current, setCurrent] = useState<number>();
  const [drawn, setDrawn] = useState(frames);
  const [isZooming, setIsZooming] = useState(false);
  if (drawn !== frames) {
    setDrawn(frames);
    setIsZooming(false);
    if (isZooming && current !== undefined) setCurrent(0);
  }

  const hasCurrent = current !== undefined;
  useEffect(() => {
    if (!hasCurrent) return;
    const leave = ({ target }: Event) => {
      const isOurs = target instanceof Element && target.closest('[role="application"], [role="toolbar"]');
      if (!isOurs) setCurrent(undefined);
    };
    document.addEventListener('pointerdown', leave);
    return () => document.removeEventListener('pointerdown', leave);
  }, [hasCurrent]);

  const isSearched = matched !== undefined;
  useEffect(() => {
    if (!isSearched && document.activeElement !== scrollRef.current) setCurrent(undefined);
  }, [isSearched, scrollRef]);

  const moveTo = (index: number) => {
    onMove();
    setCurrent(index);
    const next = frames[index];
    if (next) reveal(scrollRef.current, placeOf(next, grid));
  };
  useEffect(() => {
    if (!stepRef) return;
    stepRef.current = (step) => {
      const found = Uint8Array.from(frames, (frame) => (isMatch(frame, matched) ? 1 : 0));
      const match = stepToMatch(found, current ?? -1, step === 'leave' ? 'next' : step);
      if (step === 'leave') setCurrent(undefined);
      else if (match) moveTo(match.node);
      return match;
    };
    return () => {
      stepRef.current = undefined;
    };
  });
  const currentAt = useWindowPoint(current === undefined ? undefined : frames[current], grid, scrollRef);
  return { current, currentAt, setCurrent, moveTo, startZoom: () => setIsZooming(true) };
}

/** The point of the window just below a frame; it follows every scroll. */
function useWindowPoint(
  frame: DrawnFrame | undefined,
  { width, rows, rootOnTop }: Grid,
  scrollRef: RefObject<HTMLElement | null>,
): Point | undefined {
  const [at, setAt] = useState<Point>();
  useLayoutEffect(() => {
    if (!frame) return;
    const measure = () => setAt(pointBelow(scrollRef.current, placeOf(frame, { width, rows, rootOnTop })));
    measure();
    window.addEventListener('resize', measure);
    // Scrolling does not bubble: the graph scrolls as well as the page.
    window.addEventListener('scroll', measure, { passive: true, capture: true });
    return () => {
      window.removeEventListener('resize', measure);
      window.removeEventListener('scroll', measure, { capture: true });
    };
  }, [frame, width, rows, rootOnTop, scrollRef]);
  return frame && at;
}
