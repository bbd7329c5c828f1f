import type { CallTree } from '../tree/call-tree';
import { sampleRounder } from '../tree/sample-rounder';
import { sumSubtrees } from '../tree/sum-subtrees';

/** The tree with whole samples, as agents count them; the sum of each state stays the nearest to what it was. */
export function roundSamples(tree: CallTree): CallTree {
  if (tree.self.every((column) => column.every(Number.isInteger))) return tree;
  const self = tree.self.map((column) => column.map(sampleRounder()));
  return { ...tree, self, total: self.map((column) => sumSubtrees(tree.parent, column)) };
}
