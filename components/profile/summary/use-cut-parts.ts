'use client';

import { type RefObject, useEffectEvent, useLayoutEffect, useState } from 'react';

/** Rows are whole pixels high, but text may be placed between two. */
const TOLERANCE_PX = 2;

/**
 * Hides the parts of a box that lie outside, below or at the right, from the eye and from the keyboard, and returns how many they are. An open box
 * grows with its parts, so nothing lies outside.
 */
export function useCutParts(boxRef: RefObject<HTMLElement | null>, isOpen: boolean): number {
  const [count, setCount] = useState(0);
  const measure = useEffectEvent(() => {
    const box = boxRef.current;
    if (!box) return;
    const { bottom, right } = box.getBoundingClientRect();
    const end = right - Number.parseFloat(getComputedStyle(box).paddingRight);
    const isOutside = (part: DOMRect) =>
      part.bottom > bottom + TOLERANCE_PX || part.right > end + TOLERANCE_PX;
    const parts = [...box.children].filter((part): part is HTMLElement => part instanceof HTMLElement);
    const isCut = parts.map((part) => !isOpen && isOutside(part.getBoundingClientRect()));
    for (const [i, part] of parts.entries()) part.style.visibility = isCut[i] ? 'hidden' : '';
    setCount(isCut.filter(Boolean).length);
  });
  // Parts change with every rendering, and their widths when a font has loaded.
  useLayoutEffect(() => {
    measure();
    const box = boxRef.current;
    if (!box) return;
    const observer = new ResizeObserver(() => measure());
    for (const each of [box, ...box.children]) observer.observe(each);
    return () => observer.disconnect();
  });
  return count;
}
