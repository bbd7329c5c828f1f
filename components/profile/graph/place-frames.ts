import flamegraph, { type Placed } from 'd3-flame-graph';
import { select } from 'd3-selection';
import type { DrawnFrame } from '@/lib/profile/graph/drawn-frame';

/** Input of d3-flame-graph for one frame. */
type Placing = { value: number; index: number; children: Placing[] };

/**
 * A detached element that ignores everything, so that d3-flame-graph only places the frames. Its drawing, five elements
 * a frame, would take a browser longer than the rest of a zoom.
 */
const detachedElement = (): object => ({
  namespaceURI: 'http://www.w3.org/2000/svg',
  ownerDocument: { createElementNS: detachedElement },
  appendChild: <Child>(child: Child) => child,
  setAttribute: () => undefined,
  querySelector: () => null,
});

const NO_TOOLTIP = Object.assign(() => undefined, { show() {}, hide() {}, destroy() {} });

/** Places frames with d3-flame-graph: siblings in their order from the left, each as wide as its samples. */
export function placeFrames(frames: readonly DrawnFrame[]): DrawnFrame[] {
  const placings = frames.map(({ samples: value }, index): Placing => ({ value, index, children: [] }));
  for (const [index, placing] of placings.entries()) {
    placings[frames[index]?.parent ?? -1]?.children.push(placing);
  }
  const [root] = placings;
  if (!root) return [];
  const selected = select(detachedElement()).datum(root);
  flamegraph<Placing>().tooltip(NO_TOOLTIP)(selected);
  const placed = [...frames];
  // Guarantee: d3-flame-graph replaces the selection's datum with a hierarchy of our frames.
  (selected.datum() as unknown as Placed<Placing>).each(({ data, x0, x1, depth }) => {
    const frame = frames[data.index];
    if (frame) placed[data.index] = { ...frame, x: x0, width: x1 - x0, row: depth };
  });
  return placed;
}
