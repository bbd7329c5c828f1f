'use client';

import { type RefCallback, useLayoutEffect, useState } from 'react';

/** The width of an element in pixels; 0 until it is mounted. */
export type ElementWidth = {
  /** For the element to measure. */
  ref: RefCallback<HTMLElement>;
  px(): number;
  /** Calls the listener whenever the width changes, until the returned function is called. */
  subscribe(listener: () => void): () => void;
};

/**
 * Measures an element in the commit that mounts it, so that components that need the width appear with it. Only components that read the
 * width by `usePx` render again: rendering the panel around a graph would make the browser hydrate all of it before the graph.
 */
export function useElementWidth(): ElementWidth {
  const [width] = useState(elementWidth);
  return width;
}

function elementWidth(): ElementWidth {
  let px = 0;
  const listeners = new Set<() => void>();
  return {
    ref: (element) => {
      if (!element) return;
      const measure = () => {
        px = element.getBoundingClientRect().width;
        for (const listener of listeners) listener();
      };
      measure();
      const observer = new ResizeObserver(measure);
      observer.observe(element);
      return () => observer.disconnect();
    },
    px: () => px,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const exact = (px: number) => px;

/** The width, or a figure computed of it by `of`. Renders again when this changes. */
export function usePx(width: ElementWidth, of: (px: number) => number = exact): number {
  const [value, setValue] = useState(() => of(width.px()));
  useLayoutEffect(() => {
    const update = () => setValue(of(width.px()));
    update();
    return width.subscribe(update);
  }, [width, of]);
  return value;
}
