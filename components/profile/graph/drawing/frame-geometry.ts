import type { DrawnFrame } from '@/lib/profile/graph/drawn-frame';
import { ROW_PX } from '@/lib/profile/graph/frame-size';

export type Place = { left: number; top: number; width: number; height: number };

/** Size of a graph: width in pixels, number of rows, and where the root is. */
export type Grid = { width: number; rows: number; rootOnTop: boolean };

/** Position and size of a drawn frame in the graph, pixels. */
export function placeOf({ x, row, width: share }: DrawnFrame, { width, rows, rootOnTop }: Grid): Place {
  const top = (rootOnTop ? row : rows - 1 - row) * ROW_PX;
  return { left: x * width, top, width: Math.max(3, share * width), height: ROW_PX };
}

/** Index of the drawn frame at a point of the graph, pixels from its top left; undefined if there is none. */
export function frameAt(
  frames: readonly DrawnFrame[],
  { x, y }: { x: number; y: number },
  { width, rows, rootOnTop }: Grid,
): number | undefined {
  const down = Math.floor(y / ROW_PX);
  const row = rootOnTop ? down : rows - 1 - down;
  const share = x / width;
  const found = frames.findIndex(
    (frame) => frame.row === row && frame.x <= share && share < frame.x + frame.width,
  );
  return found === -1 ? undefined : found;
}

/** The point of the window just below a frame. */
export function pointBelow(scroll: HTMLElement | null, place: Place): { x: number; y: number } | undefined {
  const box = scroll?.getBoundingClientRect();
  if (!scroll || !box) return undefined;
  return {
    x: box.left + Math.max(0, place.left - scroll.scrollLeft),
    y: box.top + place.top + ROW_PX - scroll.scrollTop,
  };
}

/** Height of the window that the top bar covers. */
const TOP_BAR_PX = 56;

/** Scrolls the graph and the page just far enough to show a frame and the row below it. */
export function reveal(scroll: HTMLElement | null, { left, top }: Place): void {
  if (!scroll) return;
  if (top < scroll.scrollTop) scroll.scrollTop = top;
  const bottom = top + 2 * ROW_PX - scroll.clientHeight;
  if (bottom > scroll.scrollTop) scroll.scrollTop = bottom;
  if (left < scroll.scrollLeft || left > scroll.scrollLeft + scroll.clientWidth) scroll.scrollLeft = left;
  const y = scroll.getBoundingClientRect().top + top - scroll.scrollTop;
  const overflow = y + 2 * ROW_PX - window.innerHeight;
  if (y < TOP_BAR_PX) window.scrollBy(0, y - TOP_BAR_PX);
  else if (overflow > 0) window.scrollBy(0, overflow);
}
