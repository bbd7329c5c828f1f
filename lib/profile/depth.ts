import type { CallTree } from './call-tree';

/**
 * The tree without the frames deeper than maxDepth (the first frame of a stack has depth 1). What is cut is
 * added as self to the frame above the cut, so totals stay. String tables are shared with the tree given.
 */
export function cutAtDepth(tree: CallTree, maxDepth: number): CallTree {
  const kept = new Uint32Array(tree.depth.length + 1);
  for (let node = 0; node < tree.depth.length; node++) {
    kept[node + 1] = (kept[node] ?? 0) + ((tree.depth[node] ?? 0) <= maxDepth ? 1 : 0);
  }
  const count = kept[tree.depth.length] ?? 0;
  if (count === tree.depth.length) return tree;

  const source = new Uint32Array(count);
  for (let node = 0; node < tree.depth.length; node++) {
    if ((tree.depth[node] ?? 0) <= maxDepth) source[kept[node] ?? 0] = node;
  }
  const total = tree.total.map((column) => Float64Array.from(source, (node) => column[node] ?? 0));
  return {
    ...tree,
    name: Uint32Array.from(source, (node) => tree.name[node] ?? 0),
    parent: Uint32Array.from(source, (node) => kept[tree.parent[node] ?? 0] ?? 0),
    depth: Uint32Array.from(source, (node) => tree.depth[node] ?? 0),
    end: Uint32Array.from(source, (node) => kept[tree.end[node] ?? 0] ?? 0),
    file: Int32Array.from(source, (node) => tree.file[node] ?? -1),
    lineFrom: Uint32Array.from(source, (node) => tree.lineFrom[node] ?? 0),
    lineTo: Uint32Array.from(source, (node) => tree.lineTo[node] ?? 0),
    self: tree.self.map((column, state) =>
      Float64Array.from(source, (node, i) =>
        tree.depth[node] === maxDepth ? (total[state]?.[i] ?? 0) : (column[node] ?? 0),
      ),
    ),
    total,
  };
}
