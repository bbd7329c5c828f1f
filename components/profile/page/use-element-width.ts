'use client';

import { type RefCallback, useCallback, useState } from 'react';

/**
 * Width of an element in pixels; 0 until it is mounted. It is measured in the commit that mounts the element, so that what
 * needs the width appears with it.
 */
export function useElementWidth<Type extends HTMLElement>(): { ref: RefCallback<Type>; width: number } {
  const [width, setWidth] = useState(0);
  const ref = useCallback((element: Type | null) => {
    if (!element) return;
    const measure = () => setWidth(element.getBoundingClientRect().width);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, width };
}
