import type { CallTree } from './call-tree';
import { keepNodes } from './keep-nodes';

/**
 * Removes the frames deeper than maxDepth (the first frame of a stack has depth 1). Self and total of all others stay as
 * the profile has them, so the removed samples are in the totals and nobody's self. String tables are shared.
 */
export function dropDeeper(tree: CallTree, maxDepth: number): CallTree {
  if (tree.depth.every((depth) => depth <= maxDepth)) return tree;
  return keepNodes(tree, (node) => (tree.depth[node] ?? 0) <= maxDepth);
}
