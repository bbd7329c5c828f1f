'use client';

import { type MouseEvent, type PointerEvent, type RefObject, useRef, useState } from 'react';
import type { DrawnFrame } from '@/lib/profile/graph/drawn-frame';
import { frameAt, type Grid } from './frame-geometry';
import type { Point } from './picture';

/** A frame by its index among the drawn ones, and a point of the window on it. */
export type PointedFrame = Point & { index: number };

type FramePointerOptions = {
  frames: readonly DrawnFrame[];
  grid: Grid;
  graphRef: RefObject<HTMLElement | null>;
};

type FrameHandlers = {
  /** A mouse button or a pen goes down on a frame. */
  onPress(index: number): void;
  onClick(clicked: PointedFrame): void;
};

/** The frame under the pointer, and the handlers that follow it. */
export function useFramePointer({ frames, grid, graphRef }: FramePointerOptions) {
  // Other frames make the index meaningless.
  const [pointed, setPointed] = useState<PointedFrame & { among: readonly DrawnFrame[] }>();
  const pressedRef = useRef<number>(undefined);

  /** The frame under the pointer; undefined on a scrollbar. */
  const frameUnder = ({ target, clientX, clientY }: MouseEvent): PointedFrame | undefined => {
    const graph = graphRef.current;
    const box = target instanceof Node && graph?.contains(target) && graph.getBoundingClientRect();
    const index = box && frameAt(frames, { x: clientX - box.left, y: clientY - box.top }, grid);
    return typeof index === 'number' ? { index, x: clientX, y: clientY } : undefined;
  };
  const leave = () => setPointed(undefined);
  return {
    pointed: pointed?.among === frames ? pointed : undefined,
    leave,
    frameUnder,
    handlersFor: ({ onPress, onClick }: FrameHandlers) => ({
      onPointerMove: (event: PointerEvent) => {
        const under = frameUnder(event);
        setPointed(under && { ...under, among: frames });
      },
      onPointerLeave: leave,
      onPointerDown: (event: PointerEvent) => {
        const pressed = event.button === 0 ? frameUnder(event) : undefined;
        pressedRef.current = pressed?.index;
        // A touch may turn into a scroll.
        if (pressed && event.pointerType !== 'touch') onPress(pressed.index);
      },
      onClick: (event: MouseEvent) => {
        const clicked = frameUnder(event);
        // Sliding off a frame before letting go cancels the click.
        if (clicked && clicked.index === pressedRef.current) onClick(clicked);
      },
    }),
  };
}
