import type { CallTree } from './call-tree';
import { widest } from './screen';

/** A drawn frame. x and width are fractions of the graph's width, row 0 is the focused frame. */
export type FlameFrame = {
  /** Node in the tree. */
  node: number;
  /** Index of the parent among the drawn frames, -1 for the focused one. */
  parent: number;
  row: number;
  x: number;
  width: number;
};

/** What d3 draws in well under 100 ms. */
const MOST_DRAWN = 2000;
const NARROWEST_PX = 1;

/**
 * The frames to draw of the focused node's subtree, `px` pixels wide, depth-first; siblings in alphabetical order, so
 * that a frame keeps its place from one range to the next. Samples are node → total.
 */
export function layOut(
  tree: CallTree,
  samples: Float64Array,
  { focus, px }: { focus: number; px: number },
): FlameFrame[] {
  const whole = samples[focus] ?? 0;
  const shown = widest(tree, samples, {
    root: focus,
    narrowest: (whole / px) * NARROWEST_PX,
    most: MOST_DRAWN,
  });
  const children = childrenOf(tree, shown);
  const frames: FlameFrame[] = [];
  const waiting: FlameFrame[] = [{ node: focus, parent: -1, row: 0, x: 0, width: 1 }];
  for (let frame = waiting.pop(); frame; frame = waiting.pop()) {
    const index = frames.push(frame) - 1;
    let x = frame.x;
    const below = (children.get(frame.node) ?? []).map((node) => {
      const child = { node, parent: index, row: frame.row + 1, x, width: (samples[node] ?? 0) / whole };
      x += child.width;
      return child;
    });
    waiting.push(...below.reverse());
  }
  return frames;
}

/** Shown node → its shown children, alphabetically. */
function childrenOf(tree: CallTree, shown: readonly number[]): Map<number, number[]> {
  const children = new Map<number, number[]>();
  for (const node of shown.slice(1)) {
    const siblings = children.get(tree.parent[node] ?? 0) ?? [];
    children.set(tree.parent[node] ?? 0, siblings);
    siblings.push(node);
  }
  const nameOf = (node: number) => tree.names[tree.name[node] ?? 0] ?? '';
  for (const siblings of children.values()) siblings.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
  return children;
}
