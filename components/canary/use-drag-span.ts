'use client';

import { type PointerEvent, useState } from 'react';
import type { Span } from '@/lib/time/range';

const MIN_DRAG_PX = 8;

type DragSpanOptions = {
  span: Span;
  /** Pixels of the plot, and where it begins in the element. */
  width: number;
  left: number;
  onZoom: (span: Span) => void;
};

/** Drawing over a part of a plot with the mouse, to zoom to it. Touch is left to scrolling and tapping. */
export function useDragSpan({ span, width, left, onZoom }: DragSpanOptions) {
  const [drag, setDrag] = useState<{ from: number; to: number }>();
  const xOfEvent = ({ currentTarget, clientX }: PointerEvent) =>
    clientX - currentTarget.getBoundingClientRect().left - left;
  const inside = (event: PointerEvent) => Math.max(0, Math.min(width, xOfEvent(event)));
  const placed =
    drag && Math.abs(drag.to - drag.from) >= MIN_DRAG_PX
      ? { x: Math.min(drag.from, drag.to), width: Math.abs(drag.to - drag.from) }
      : undefined;

  return {
    xOfEvent,
    /** The part drawn over so far, pixels of the plot. */
    placed,
    cancel: () => setDrag(undefined),
    onPointerDown(event: PointerEvent) {
      if (event.button !== 0 || event.pointerType !== 'mouse') return;
      event.currentTarget.setPointerCapture(event.pointerId);
      const x = inside(event);
      setDrag({ from: x, to: x });
    },
    onPointerMove(event: PointerEvent) {
      if (drag) setDrag({ ...drag, to: inside(event) });
    },
    /** Whether a drag ended, rather than a click. */
    onPointerUp(): boolean {
      setDrag(undefined);
      if (!placed) return false;
      const at = (x: number) => Math.round(span.from + (x / width) * (span.to - span.from));
      onZoom({ from: at(placed.x), to: at(placed.x + placed.width) });
      return true;
    },
  };
}
