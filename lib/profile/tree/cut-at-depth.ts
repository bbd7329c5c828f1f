import type { CallTree } from './call-tree';
import { keepNodes } from './keep-nodes';

/**
 * Cuts off the frames deeper than maxDepth (the first frame of a stack has depth 1). Their samples become self samples of
 * the frame above the cut, so totals stay the same. String tables are shared with the original.
 */
export function cutAtDepth(tree: CallTree, maxDepth: number): CallTree {
  if (tree.depth.every((depth) => depth <= maxDepth)) return tree;
  const cut = keepNodes(tree, (node) => (tree.depth[node] ?? 0) <= maxDepth);
  const self = cut.total.map((column, state) =>
    column.map((total, node) => (cut.depth[node] === maxDepth ? total : (cut.self[state]?.[node] ?? 0))),
  );
  return { ...cut, self };
}
