import type { CallTree } from '../../tree/call-tree';
import { sampleRounder } from '../../tree/sample-rounder';
import { sumSubtrees } from '../../tree/sum-subtrees';

/** Rounds samples to integers, as agents count them, preserving the sum of each state to within rounding. */
export function roundSamples(tree: CallTree): CallTree {
  if (tree.self.every((column) => column.every(Number.isInteger))) return tree;
  const self = tree.self.map((column) => column.map(sampleRounder()));
  return { ...tree, self, total: self.map((column) => sumSubtrees(tree.parent, column)) };
}
