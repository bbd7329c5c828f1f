'use client';

import { type MouseEvent, type PointerEvent, type RefObject, useRef, useState } from 'react';
import type { DrawnFrame } from '@/lib/profile/graph/drawn-frame';
import { frameAt, type Grid } from '../drawing/frame-geometry';
import type { Point } from '../picture';

/** A frame by its index among the drawn ones, and a point of the window on it. */
export type PointedFrame = Point & { index: number };

type FramePointerOptions = {
  frames: readonly DrawnFrame[];
  grid: Grid;
  graphRef: RefObject<HTMLElement | null>;
};

type FrameHandlers = {
  /** Identifies a frame in every drawing of the graph. */
  keyOf(index: number): string;
  /** A mouse button or a pen goes down on a frame. */
  onPress(index: number): void;
  onClick(clicked: PointedFrame): void;
  /** The context menu is requested. */
  onMenu(under: PointedFrame): void;
};

/** The frame under the pointer, and the handlers that follow it. */
export function useFramePointer({ frames, grid, graphRef }: FramePointerOptions) {
  // Other frames make the index meaningless.
  const [pointed, setPointed] = useState<PointedFrame & { among: readonly DrawnFrame[] }>();
  const pressedRef = useRef<string>(undefined);

  /** The frame under the pointer; undefined on a scrollbar. */
  const frameUnder = ({ target, clientX, clientY }: MouseEvent): PointedFrame | undefined => {
    const graph = graphRef.current;
    const box = target instanceof Node && graph?.contains(target) && graph.getBoundingClientRect();
    const index = box && frameAt(frames, { x: clientX - box.left, y: clientY - box.top }, grid);
    return typeof index === 'number' ? { index, x: clientX, y: clientY } : undefined;
  };
  const leave = () => setPointed(undefined);
  /** Sliding off a frame before letting go cancels the click. */
  const release = (event: MouseEvent, { keyOf, onClick }: FrameHandlers) => {
    const released = frameUnder(event);
    if (released && keyOf(released.index) === pressedRef.current) onClick(released);
    pressedRef.current = undefined;
  };
  return {
    pointed: pointed?.among === frames ? pointed : undefined,
    leave,
    handlersFor: (handlers: FrameHandlers) => ({
      onPointerMove: (event: PointerEvent) => {
        const under = frameUnder(event);
        setPointed(under && { ...under, among: frames });
      },
      onPointerLeave: leave,
      onPointerDown: (event: PointerEvent) => {
        const pressed = event.button === 0 ? frameUnder(event) : undefined;
        pressedRef.current = pressed && handlers.keyOf(pressed.index);
        // A touch may turn into a scroll.
        if (pressed && event.pointerType !== 'touch') handlers.onPress(pressed.index);
      },
      // A browser drops the click when the graph replaces the pressed element meanwhile.
      onPointerUp: (event: PointerEvent) => {
        if (event.pointerType !== 'touch' && event.button === 0) release(event, handlers);
      },
      // The mouse press that follows a touch would close a list opened earlier. No click reaches d3-flame-graph, which would zoom.
      onClickCapture: (event: MouseEvent) => {
        event.stopPropagation();
        release(event, handlers);
      },
      onContextMenu: (event: MouseEvent) => {
        pressedRef.current = undefined;
        const under = frameUnder(event);
        if (!under) return;
        event.preventDefault();
        handlers.onMenu(under);
      },
    }),
  };
}
