import type { CallTree } from '../tree/call-tree';
import { firstInOrder } from '../tree/first-in-order';
import { frameColumns, pick } from '../tree/keep-nodes';
import { MAX_NARROW, type SampleColumn, withSamples } from '../tree/sample-column';
import { omittedCallees } from './omitted-callees';

/** Narrower frames are not sent, and are drawn as blocks of neighbours. */
export const MIN_FRAME_PX = 1;

/** Maximum number of frames sent for one focus. No ordinary profile reaches it: it bounds endless recursion. */
export const MAX_SENT_FRAMES = 15_000;

type Screen = {
  /** Node → total samples in the visible thread states. */
  samples: SampleColumn;
  /** Width in pixels of the whole profile, or of the focused frame. */
  width: number;
  /** Node whose subtree fills the width, by default the root. */
  focus?: number;
  maxFrames?: number;
};

/** A tree cut to a screen. */
export type ScreenTree = {
  /** Has the column `omitted`. */
  tree: CallTree;
  /** Frames of a pixel or more are missing, because there are more than the maximum. */
  isBounded: boolean;
};

/**
 * Keeps the frames that a screen can show: at least a pixel wide. Self and total of these don't change, so an omitted frame
 * counts in its parent's total but never in its self. With a focus, also keeps the frames visible when its subtree fills the
 * width, so that zooming out needs no further request. String tables are shared. The cost depends on the frames kept, not on
 * the tree.
 */
export function cutForScreen(
  tree: CallTree,
  { samples, width, focus = 0, maxFrames = MAX_SENT_FRAMES }: Screen,
): ScreenTree & { nodes: Uint32Array } {
  const visible = [...new Set([0, focus])].map((root) =>
    wideNodes(tree, samples, { root, minSamples: ((samples[root] ?? 0) / width) * MIN_FRAME_PX }),
  );
  const shown = new Set(visible.flatMap((wide) => widestOf(tree, samples, wide, maxFrames)));
  for (let node = focus; node > 0; node = tree.parent[node] ?? 0) shown.add(node);
  const nodes = Uint32Array.from(shown).sort();
  const cut = selectNodes(tree, nodes);
  return {
    tree: { ...cut, omitted: omittedCallees(tree, cut, nodes, samples) },
    nodes,
    isBounded: visible.some((wide) => wide.length > maxFrames && wide.some((node) => !shown.has(node))),
  };
}

/** Node → total or self samples in the named states. For a single state this is the tree's own column. */
export function samplesOf(
  tree: CallTree,
  states: readonly string[],
  kind: 'total' | 'self' = 'total',
): SampleColumn {
  const columns = tree.states.flatMap((state, index) => {
    const column = states.includes(state) ? tree[kind][index] : undefined;
    return column ? [column] : [];
  });
  const [first, ...others] = columns;
  if (!first) return new Uint32Array(tree.name.length);
  return others.length === 0 ? first : others.reduce(addColumn, first.slice());
}

/** Adds `column` to `sums` in place, or to a wide copy where the sums don't fit. */
function addColumn(sums: SampleColumn, column: SampleColumn): SampleColumn {
  let sum = sums;
  const areNarrow = sums instanceof Uint32Array && column instanceof Uint32Array;
  for (let node = areNarrow ? addNarrow(sums, column) : 0; node < column.length; node++) {
    sum = withSamples(sum, node, (sum[node] ?? 0) + (column[node] ?? 0));
  }
  return sum;
}

/** Adds until a sum doesn't fit, and returns the node where that happened, or the number of nodes. */
function addNarrow(sums: Uint32Array, column: Uint32Array): number {
  for (let node = 0; node < column.length; node++) {
    const sum = (sums[node] ?? 0) + (column[node] ?? 0);
    if (sum > MAX_NARROW) return node;
    sums[node] = sum;
  }
  return column.length;
}

/**
 * The root and the nodes in its subtree with at least `minSamples` and more than none, provided their parents are included,
 * in depth-first order. At most `maxNodes`, the widest first, then those near the root.
 */
export function widestNodes(
  tree: CallTree,
  samples: SampleColumn,
  { maxNodes, ...within }: WideNodes & { maxNodes: number },
): readonly number[] {
  return widestOf(tree, samples, wideNodes(tree, samples, within), maxNodes);
}

type WideNodes = { root: number; minSamples: number };

function wideNodes(tree: CallTree, samples: SampleColumn, { root, minSamples }: WideNodes): number[] {
  const wide = [root];
  const past = tree.end[root] ?? 0;
  for (let node = root + 1; node < past; ) {
    const own = samples[node] ?? 0;
    if (own > 0 && own >= minSamples) {
      wide.push(node);
      node += 1;
    } else node = tree.end[node] ?? past;
  }
  return wide;
}

/** At most `maxNodes` of nodes that start with their root. */
function widestOf(
  tree: CallTree,
  samples: SampleColumn,
  wide: readonly number[],
  maxNodes: number,
): readonly number[] {
  if (wide.length <= maxNodes) return wide;
  const [root = 0, ...below] = wide;
  const byWidth = (a: number, b: number) => (samples[b] ?? 0) - (samples[a] ?? 0);
  const widestFirst = (a: number, b: number) =>
    byWidth(a, b) || (tree.depth[a] ?? 0) - (tree.depth[b] ?? 0) || a - b;
  const kept = [root, ...firstInOrder(below, maxNodes - 1, widestFirst)].sort((a, b) => a - b);
  // A negative count can make a child wider than its parent.
  const known = new Set([root]);
  for (const node of kept) if (known.has(tree.parent[node] ?? 0)) known.add(node);
  return kept.filter((node) => known.has(node));
}

/** The tree of the given nodes, which must be in depth-first order and include all their ancestors. */
function selectNodes(tree: CallTree, nodes: Uint32Array): CallTree {
  const size = nodes.length;
  const parent = new Uint32Array(size);
  const end = new Uint32Array(size).fill(size);
  /** Depth → new index of the last node at this depth. */
  const path: number[] = [];
  nodes.forEach((node, index) => {
    const depth = tree.depth[node] ?? 0;
    for (const closed of path.splice(depth)) end[closed] = index;
    parent[index] = path[depth - 1] ?? 0;
    path[depth] = index;
  });
  return { ...tree, ...frameColumns(tree, nodes), parent, depth: pick(tree.depth, nodes), end };
}
