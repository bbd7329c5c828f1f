'use client';

import { type PointerEvent, useState } from 'react';
import type { Span } from '@/lib/time/range';

const MIN_DRAG_PX = 8;

type DragSpanOptions = {
  span: Span;
  /** Width of the plot and its left edge in the element, pixels. */
  width: number;
  left: number;
  onZoom: (span: Span) => void;
};

/** Selects a part of a plot by dragging with the mouse, to zoom. Touch scrolls and taps instead. */
export function useDragSpan({ span, width, left, onZoom }: DragSpanOptions) {
  const [drag, setDrag] = useState<{ from: number; to: number }>();
  const xOfEvent = ({ currentTarget, clientX }: PointerEvent) =>
    clientX - currentTarget.getBoundingClientRect().left - left;
  const clampedX = (event: PointerEvent) => Math.max(0, Math.min(width, xOfEvent(event)));
  const selection =
    drag && Math.abs(drag.to - drag.from) >= MIN_DRAG_PX
      ? { x: Math.min(drag.from, drag.to), width: Math.abs(drag.to - drag.from) }
      : undefined;

  return {
    xOfEvent,
    /** The selected part, pixels of the plot. */
    selection,
    cancel: () => setDrag(undefined),
    onPointerDown(event: PointerEvent) {
      if (event.button !== 0 || event.pointerType !== 'mouse') return;
      event.currentTarget.setPointerCapture(event.pointerId);
      const x = clampedX(event);
      setDrag({ from: x, to: x });
    },
    onPointerMove(event: PointerEvent) {
      if (drag) setDrag({ ...drag, to: clampedX(event) });
    },
    /** Returns true after a drag, false after a click. */
    onPointerUp(): boolean {
      setDrag(undefined);
      if (!selection) return false;
      const at = (x: number) => Math.round(span.from + (x / width) * (span.to - span.from));
      onZoom({ from: at(selection.x), to: at(selection.x + selection.width) });
      return true;
    },
  };
}
