import type { CallTree } from './call-tree';

/** More frames than any screen shows; the narrowest are left out beyond it. */
export const MOST_FRAMES = 5000;

/** Half a pixel: what is narrower can't be seen. */
const NARROWEST_PX = 0.5;

export type Screen = {
  /** The thread states that are drawn, by name. */
  states: readonly string[];
  /** Pixels that the whole profile is wide, or the focused frame. */
  width: number;
  /** Node whose subtree fills the width; without it the root. */
  focus?: number;
};

/**
 * The frames that a screen can show: at least half a pixel wide over the states drawn, and at most
 * MOST_FRAMES (widest first, then the nearest to the root). Self and total of what stays are not touched, so a frame
 * that was left out is counted in its parent's total and never in its self. String tables are shared. With a focus
 * also those that can be shown once its subtree fills the width: zooming out needs no other answer.
 */
export function cutForScreen(tree: CallTree, screen: Screen): { tree: CallTree; leftOut: number } {
  const widths = samplesOf(tree, screen.states);
  const visible = (root: number) => {
    const narrowest = ((widths[root] ?? 0) / screen.width) * NARROWEST_PX;
    return widest(tree, widths, { root, narrowest, most: MOST_FRAMES });
  };
  const shown = visible(0);
  if (screen.focus) {
    visible(screen.focus).forEach((inFocus, node) => {
      if (inFocus) shown[node] = 1;
    });
    for (let node = screen.focus; node > 0; node = tree.parent[node] ?? 0) shown[node] = 1;
  }
  const kept = selectNodes(tree, shown);
  return { tree: kept, leftOut: widths.length - kept.name.length };
}

/** Node → samples over the states named: total, or self only. */
export function samplesOf(
  tree: CallTree,
  states: readonly string[],
  kind: 'total' | 'self' = 'total',
): Float64Array {
  const samples = new Float64Array(tree.name.length);
  tree[kind].forEach((column, state) => {
    if (!states.includes(tree.states[state] ?? '')) return;
    for (let node = 0; node < samples.length; node++) {
      samples[node] = (samples[node] ?? 0) + (column[node] ?? 0);
    }
  });
  return samples;
}

/**
 * Node → 1 for the root given and the nodes of its subtree with at least `narrowest` samples, and more than none,
 * together at most `most`: the widest first, then the nearest to the root. Parents of what is marked are marked.
 */
export function widest(
  tree: CallTree,
  widths: Float64Array,
  { root, narrowest, most }: { root: number; narrowest: number; most: number },
): Uint8Array {
  const shown = new Uint8Array(widths.length);
  shown[root] = 1;
  const wide: number[] = [];
  for (let node = root + 1; node < (tree.end[root] ?? 0); node++) {
    const samples = widths[node] ?? 0;
    if (samples > 0 && samples >= narrowest && shown[tree.parent[node] ?? 0]) {
      shown[node] = 1;
      wide.push(node);
    }
  }
  if (wide.length < most) return shown;
  const byWidth = (a: number, b: number) => (widths[b] ?? 0) - (widths[a] ?? 0);
  wide.sort((a, b) => byWidth(a, b) || (tree.depth[a] ?? 0) - (tree.depth[b] ?? 0) || a - b);
  for (const node of wide.slice(most - 1)) shown[node] = 0;
  // A count below zero can make a child wider than its parent.
  for (let node = root + 1; node < (tree.end[root] ?? 0); node++) {
    if (!shown[tree.parent[node] ?? 0]) shown[node] = 0;
  }
  return shown;
}

/** The nodes marked with 1, which must include the parents of all of them. */
function selectNodes(tree: CallTree, shown: Uint8Array): CallTree {
  const index = new Uint32Array(shown.length + 1);
  for (let node = 0; node < shown.length; node++) index[node + 1] = (index[node] ?? 0) + (shown[node] ?? 0);
  const source = new Uint32Array(index[shown.length] ?? 0);
  for (let node = 0; node < shown.length; node++) if (shown[node]) source[index[node] ?? 0] = node;
  const counts = (column: Float64Array) => Float64Array.from(source, (node) => column[node] ?? 0);
  const numbers = (column: Uint32Array) => Uint32Array.from(source, (node) => column[node] ?? 0);
  return {
    ...tree,
    name: numbers(tree.name),
    parent: Uint32Array.from(source, (node) => index[tree.parent[node] ?? 0] ?? 0),
    depth: numbers(tree.depth),
    end: Uint32Array.from(source, (node) => index[tree.end[node] ?? 0] ?? 0),
    file: Int32Array.from(source, (node) => tree.file[node] ?? -1),
    lineFrom: numbers(tree.lineFrom),
    lineTo: numbers(tree.lineTo),
    self: tree.self.map(counts),
    total: tree.total.map(counts),
  };
}
