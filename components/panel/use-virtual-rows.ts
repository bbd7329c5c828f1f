'use client';

import { useVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef } from 'react';

/** Rows rendered beyond the visible ones, in each direction. */
const OVERSCAN_ROWS = 12;

/**
 * The rows of a long table that need to be rendered, by index, and the height of those above and below them. `rowPx` is the height of
 * every row; `scrollRef` is for the element that scrolls. Until that is measured, and by the server, as many rows are
 * rendered as for a height of `firstPx`.
 */
export function useVirtualRows(count: number, rowPx: number, firstPx = 0) {
  const scrollRef = useRef<HTMLElement>(null);
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scrollRef.current,
    estimateSize: () => rowPx,
    initialRect: { width: 0, height: firstPx },
    overscan: OVERSCAN_ROWS,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: heights are cached until they are measured again
  useLayoutEffect(() => virtual.measure(), [virtual, rowPx]);
  const items = virtual.getVirtualItems();
  return {
    scrollRef,
    indexes: items.map(({ index }) => index),
    abovePx: items[0]?.start ?? 0,
    belowPx: virtual.getTotalSize() - (items.at(-1)?.end ?? 0),
  };
}
