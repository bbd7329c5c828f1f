import type { Span } from '@/lib/time/range';

/** What is closer together shares a mark, because neither could be pressed. */
const MIN_DISTANCE_PX = 24;

/** A mark on the axis: its left edge in pixels, and what it is of, oldest first. */
export type PlacedMark<Item> = { x: number; items: Item[] };

/** Places items, oldest first, on an axis of a width in pixels. Those that began before it are at its start. */
export function placedMarks<Item extends Pick<Span, 'from'>>(
  items: readonly Item[],
  { from, to }: Span,
  width: number,
): PlacedMark<Item>[] {
  const marks: PlacedMark<Item>[] = [];
  for (const item of items) {
    const share = Math.max(0, item.from - from) / Math.max(1, to - from);
    const x = Math.max(0, Math.min(share * width, width - MIN_DISTANCE_PX / 2));
    const last = marks.at(-1);
    if (last && x - last.x < MIN_DISTANCE_PX) last.items.push(item);
    else marks.push({ x, items: [item] });
  }
  return marks;
}
