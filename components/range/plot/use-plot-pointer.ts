'use client';

import { type DragEvent, type PointerEvent, useEffect, useRef } from 'react';
import { absoluteRange, type Span } from '@/lib/time/range';
import { useRange } from '../use-range';
import { draggedSpan, instantAt, type PlotAxis } from './plot-axis';
import { plotState, pointAt, select, toggleLock } from './plot-state';

/** Less movement is a click. */
const MIN_DRAG_PX = 6;

export type PlotActions = {
  /** Changes a dragged span, such as to whole bars; undefined where it can't be chosen. */
  snap?(span: Span): Span | undefined;
  /** What the chart has in a dragged span. */
  noteOf?(span: Span): string | undefined;
  /** The time and the value under the pointer, for a chart that is too small to have them in it. */
  labelOf?(at: number): string | undefined;
  /** Makes a dragged span the range, which is the default. */
  onPick?(span: Span): void;
  /** The pointer is over the chart, and doesn't drag. */
  onPoint?(event: PointerEvent<HTMLElement>): void;
  /** The pointer left or began to drag. A finger that is lifted has not left: what it pointed at is still to be read. */
  onAway?(): void;
  /** What a click does. Returns whether it did something; otherwise it locks the crosshair. */
  onClick?(event: PointerEvent<HTMLElement>): boolean;
};

type Drag = { pointerId: number; x: number; at: number; span?: Span };

/**
 * The pointer over the time axis of a chart: it moves the crosshair of the page; dragging chooses a range, Esc cancels that; a click
 * that the chart has no use for, or one with Shift, locks the crosshair.
 */
export function usePlotPointer(
  axis: PlotAxis,
  { snap, noteOf, labelOf, onPick, onPoint, onAway, onClick }: PlotActions = {},
) {
  const { setRange } = useRange();
  const { shift = 0 } = axis;
  const drag = useRef<Drag>(undefined);
  const cancel = useRef<() => void>(undefined);
  useEffect(() => () => cancel.current?.(), []);

  const end = () => {
    drag.current = undefined;
    cancel.current?.();
    cancel.current = undefined;
  };
  const begin = (chart: HTMLElement, pointerId: number) => {
    chart.setPointerCapture(pointerId);
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      end();
    };
    window.addEventListener('keydown', onKeyDown, { capture: true });
    cancel.current = () => {
      window.removeEventListener('keydown', onKeyDown, { capture: true });
      select(undefined);
    };
  };

  return {
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0 || !event.isPrimary) return;
      const { currentTarget, clientX, pointerId } = event;
      const at = instantAt(axis, currentTarget.getBoundingClientRect(), clientX);
      drag.current = { pointerId, x: clientX, at };
      pointAt(at + shift, currentTarget, labelOf?.(at));
      onPoint?.(event);
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      const { currentTarget: chart, clientX, pointerId } = event;
      const box = chart.getBoundingClientRect();
      const at = instantAt(axis, box, clientX);
      pointAt(at + shift, chart, labelOf?.(at));
      const { current } = drag;
      if (current?.pointerId !== pointerId) return onPoint?.(event);
      if (!cancel.current) {
        if (Math.abs(clientX - current.x) < MIN_DRAG_PX) return onPoint?.(event);
        begin(chart, pointerId);
        onAway?.();
      }
      const span = draggedSpan(current.at, at, axis, box);
      const snapped = snap ? snap(span) : span;
      drag.current = { ...current, ...(snapped && { span: snapped }) };
      select(snapped && { span: snapped, shift, chart, note: noteOf?.(snapped) });
    },
    onPointerUp(event: PointerEvent<HTMLElement>) {
      const { current } = drag;
      const hasDragged = cancel.current !== undefined;
      end();
      if (!current) return;
      if (hasDragged) {
        swallowClick();
        if (current.span) (onPick ?? ((span: Span) => setRange(absoluteRange(span))))(current.span);
      } else if (event.shiftKey || !(isOnControl(event) || onClick?.(event))) toggleLock(current.at + shift);
    },
    onPointerCancel() {
      end();
      onAway?.();
    },
    onPointerLeave({ currentTarget, pointerType }: PointerEvent<HTMLElement>) {
      if (plotState().chart === currentTarget) pointAt(undefined);
      if (pointerType !== 'touch') onAway?.();
    },
    // A link in the chart would be dragged instead.
    onDragStart: (event: DragEvent) => event.preventDefault(),
  };
}

/** Whether the pointer is over a link or button in the chart, which has its own click. */
const isOnControl = ({ target, currentTarget }: PointerEvent) =>
  target instanceof Element &&
  target !== currentTarget &&
  currentTarget.contains(target.closest('a, button:not(:disabled)'));

/** Ignores the click that a browser sends after the pointer is released over what it was pressed on. */
function swallowClick(): void {
  const swallow = (event: MouseEvent) => {
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener('click', swallow, { capture: true, once: true });
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }));
}
