'use client';

import { type RefObject, useEffect, useRef } from 'react';

export type Wheel = { x: number; zoom: number; pan: number };

/**
 * Calls `onWheel` for wheels that zoom (with Ctrl or ⌘, also a pinch) or pan (sideways, or with Shift) over an element, at most once a
 * frame. Other wheels scroll the page. Not by React, whose listeners may not prevent scrolling.
 */
export function useWheel(element: RefObject<HTMLElement | null>, onWheel: (wheel: Wheel) => void): void {
  const handler = useRef(onWheel);
  useEffect(() => {
    handler.current = onWheel;
  });
  useEffect(() => {
    const target = element.current;
    if (!target) return;
    let frame = 0;
    let sum: Wheel | undefined;
    const listen = (event: WheelEvent) => {
      const isZoom = event.ctrlKey || event.metaKey;
      const sideways = event.shiftKey && event.deltaX === 0 ? event.deltaY : event.deltaX;
      if (!isZoom && Math.abs(sideways) <= Math.abs(event.shiftKey ? 0 : event.deltaY)) return;
      event.preventDefault();
      const x = event.clientX - target.getBoundingClientRect().left;
      sum = {
        x,
        zoom: (sum?.zoom ?? 0) + (isZoom ? event.deltaY : 0),
        pan: (sum?.pan ?? 0) + (isZoom ? 0 : sideways),
      };
      frame ||= requestAnimationFrame(() => {
        frame = 0;
        if (sum) handler.current(sum);
        sum = undefined;
      });
    };
    target.addEventListener('wheel', listen, { passive: false });
    return () => {
      target.removeEventListener('wheel', listen);
      cancelAnimationFrame(frame);
    };
  }, [element]);
}
