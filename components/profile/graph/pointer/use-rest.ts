'use client';

import { useEffect, useRef } from 'react';
import type { DrawnFrame } from '@/lib/profile/graph/drawn-frame';

/** Time on one frame that counts as a rest of the pointer. */
const REST_MS = 80;

/** Calls `onRest` when the pointer or the keyboard rests on one of the frames. */
export function useRest(
  index: number | undefined,
  onRest: (index: number) => void,
  frames: readonly DrawnFrame[],
): void {
  const onRestRef = useRef(onRest);
  useEffect(() => {
    onRestRef.current = onRest;
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: other frames have other indexes
  useEffect(() => {
    if (index === undefined) return;
    const timer = setTimeout(() => onRestRef.current(index), REST_MS);
    return () => clearTimeout(timer);
  }, [index, frames]);
}
