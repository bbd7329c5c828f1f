import type { CallTree } from '../tree/call-tree';
import type { RemovedSamples } from '../tree/removed-samples';

/** State that carries the removed samples by node into a derived tree; no view selects it. */
const REMOVED = '<removed>';

/** The tree with the removed samples as self samples of one more state. */
export function carryRemoved(tree: CallTree, removed: RemovedSamples | undefined): CallTree {
  if (!removed) return tree;
  const none = new Uint32Array(tree.name.length);
  return {
    ...tree,
    states: [...tree.states, REMOVED],
    self: [...tree.self, removed.below],
    total: [...tree.total, none],
  };
}

/** The removed samples by node of a tree that was derived from one with `carryRemoved`. */
export const carriedSamples = ({ states, self }: CallTree): number[] =>
  Array.from(self[states.indexOf(REMOVED)] ?? []);
