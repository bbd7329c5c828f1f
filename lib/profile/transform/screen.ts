import type { CallTree } from '../tree/call-tree';
import { firstInOrder } from '../tree/first-in-order';
import { frameColumns, pick } from '../tree/keep-nodes';
import { MAX_NARROW, type SampleColumn, withSamples } from '../tree/sample-column';

/**
 * Frames that a graph so many pixels wide shows at most, the widest ones: one for every two pixels, within what a deep
 * stack needs and what a browser draws without a wait.
 */
export const maxVisibleFrames = (px: number) => Math.min(1200, Math.max(500, Math.round(px / 2)));

/** Half a pixel: what is narrower can't be seen. */
export const MIN_FRAME_PX = 0.5;

type Screen = {
  /** Node → total samples over the states that are drawn. */
  samples: SampleColumn;
  /** Pixels that the whole profile is wide, or the focused frame. */
  width: number;
  /** Node whose subtree fills the width; without it the root. */
  focus?: number;
};

/**
 * The frames that a screen can show: at least half a pixel wide over the states drawn, and at most
 * `maxVisibleFrames` (widest first, then the nearest to the root). Self and total of what stays are not touched, so a frame
 * that was left out is counted in its parent's total and never in its self. String tables are shared. With a focus
 * also those that can be shown once its subtree fills the width: zooming out needs no other answer. What it takes
 * depends on what is shown, not on the tree.
 */
export function cutForScreen(tree: CallTree, screen: Screen): { tree: CallTree; nodes: Uint32Array } {
  const { samples, width, focus = 0 } = screen;
  const visible = (root: number) => {
    const narrowest = ((samples[root] ?? 0) / width) * MIN_FRAME_PX;
    return widestNodes(tree, samples, { root, narrowest, most: maxVisibleFrames(width) });
  };
  const shown = new Set(visible(0));
  if (focus > 0) {
    for (const node of visible(focus)) shown.add(node);
    for (let node = focus; node > 0; node = tree.parent[node] ?? 0) shown.add(node);
  }
  const nodes = Uint32Array.from(shown).sort();
  return { tree: selectNodes(tree, nodes), nodes };
}

/** Node → samples over the states named: total, or self only. Of a single state it is the tree's own column. */
export function samplesOf(
  tree: CallTree,
  states: readonly string[],
  kind: 'total' | 'self' = 'total',
): SampleColumn {
  const columns = tree[kind].filter((_, state) => states.includes(tree.states[state] ?? ''));
  const [first, ...others] = columns;
  if (!first) return new Uint32Array(tree.name.length);
  return others.length === 0 ? first : others.reduce(sumOfBoth, first.slice());
}

/** Adds a column to another, which is written to. */
function sumOfBoth(sums: SampleColumn, column: SampleColumn): SampleColumn {
  let sum = sums;
  const areNarrow = sums instanceof Uint32Array && column instanceof Uint32Array;
  for (let node = areNarrow ? addNarrow(sums, column) : 0; node < column.length; node++) {
    sum = withSamples(sum, node, (sum[node] ?? 0) + (column[node] ?? 0));
  }
  return sum;
}

/** Adds a column as long as the sums have room; gives the node whose sum has none, or one past the last. */
function addNarrow(sums: Uint32Array, column: Uint32Array): number {
  for (let node = 0; node < column.length; node++) {
    const sum = (sums[node] ?? 0) + (column[node] ?? 0);
    if (sum > MAX_NARROW) return node;
    sums[node] = sum;
  }
  return column.length;
}

/**
 * The root given and the nodes of its subtree with at least `narrowest` samples, and more than none, as long as
 * their parents are among them, in depth-first order; at most `most`: the widest first, then the nearest to the root.
 */
export function widestNodes(
  tree: CallTree,
  samples: SampleColumn,
  { root, narrowest, most }: { root: number; narrowest: number; most: number },
): number[] {
  const wide: number[] = [];
  const past = tree.end[root] ?? 0;
  for (let node = root + 1; node < past; ) {
    const own = samples[node] ?? 0;
    if (own > 0 && own >= narrowest) {
      wide.push(node);
      node += 1;
    } else node = tree.end[node] ?? past;
  }
  if (wide.length < most) return [root, ...wide];
  const byWidth = (a: number, b: number) => (samples[b] ?? 0) - (samples[a] ?? 0);
  const widestFirst = (a: number, b: number) =>
    byWidth(a, b) || (tree.depth[a] ?? 0) - (tree.depth[b] ?? 0) || a - b;
  const kept = [root, ...firstInOrder(wide, most - 1, widestFirst)].sort((a, b) => a - b);
  // A count below zero can make a child wider than its parent.
  const known = new Set([root]);
  for (const node of kept) if (known.has(tree.parent[node] ?? 0)) known.add(node);
  return kept.filter((node) => known.has(node));
}

/** The nodes given, in depth-first order, which must include the parents of all of them. */
function selectNodes(tree: CallTree, nodes: Uint32Array): CallTree {
  const size = nodes.length;
  const parent = new Uint32Array(size);
  const end = new Uint32Array(size).fill(size);
  /** Depth → the last node of it, as its new place. */
  const path: number[] = [];
  nodes.forEach((node, place) => {
    const depth = tree.depth[node] ?? 0;
    for (const closed of path.splice(depth)) end[closed] = place;
    parent[place] = path[depth - 1] ?? 0;
    path[depth] = place;
  });
  return { ...tree, ...frameColumns(tree, nodes), parent, depth: pick(tree.depth, nodes), end };
}
