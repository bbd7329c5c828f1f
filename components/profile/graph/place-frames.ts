import flamegraph, { type Placed } from 'd3-flame-graph';
import { select } from 'd3-selection';
import type { DrawnFrame } from '@/lib/profile/graph/drawn-frame';

/** A frame as d3-flame-graph takes it. */
type Placing = { value: number; index: number; children: Placing[] };

/**
 * An element of no document, which takes in nothing: d3-flame-graph places the frames, and draws none. Its own drawing,
 * five elements a frame, takes a browser longer than all else of a zoom.
 */
const nowhere = (): object => ({
  namespaceURI: 'http://www.w3.org/2000/svg',
  ownerDocument: { createElementNS: nowhere },
  appendChild: <Child>(child: Child) => child,
  setAttribute: () => undefined,
  querySelector: () => null,
});

const NO_TOOLTIP = Object.assign(() => undefined, { show() {}, hide() {}, destroy() {} });

/** Frames where d3-flame-graph has them: siblings from the left in their order, each as wide as its samples. */
export function placeFrames(frames: readonly DrawnFrame[]): DrawnFrame[] {
  const placings = frames.map(({ samples: value }, index): Placing => ({ value, index, children: [] }));
  for (const [index, placing] of placings.entries()) {
    placings[frames[index]?.parent ?? -1]?.children.push(placing);
  }
  const [root] = placings;
  if (!root) return [];
  const selected = select(nowhere()).datum(root);
  flamegraph<Placing>().tooltip(NO_TOOLTIP)(selected);
  const placed = [...frames];
  // Guarantee: what is selected is a hierarchy of our frames once they are placed.
  (selected.datum() as unknown as Placed<Placing>).each(({ data, x0, x1, depth }) => {
    const frame = frames[data.index];
    if (frame) placed[data.index] = { ...frame, x: x0, width: x1 - x0, row: depth };
  });
  return placed;
}
