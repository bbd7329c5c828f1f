import type { CallTree } from './call-tree';
import { keepNodes } from './keep-nodes';

/**
 * The tree without the frames deeper than maxDepth (the first frame of a stack has depth 1). What is cut is
 * added as self to the frame above the cut, so totals stay. String tables are shared with the tree given.
 */
export function cutAtDepth(tree: CallTree, maxDepth: number): CallTree {
  const within = (node: number) => (tree.depth[node] ?? 0) <= maxDepth;
  if (tree.depth.every((depth) => depth <= maxDepth)) return tree;
  const cut = keepNodes(tree, within);
  const self = cut.total.map((column, state) =>
    column.map((total, node) => (cut.depth[node] === maxDepth ? total : (cut.self[state]?.[node] ?? 0))),
  );
  return { ...cut, self };
}
