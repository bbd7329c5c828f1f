import { orderSiblings } from '@/lib/profile/transform/order';
import { samplesOf } from '@/lib/profile/transform/screen';
import type { CallTree } from '@/lib/profile/tree/call-tree';
import type { ProfileSettings } from '../settings/profile-settings';

/** A tree with siblings in the chosen order and its samples in the given states. `source` is the original node of each node. */
export function sortedTree(
  unsorted: CallTree,
  states: readonly string[],
  siblings: ProfileSettings['siblings'],
) {
  const order = siblings === 'name' ? 'name' : samplesOf(unsorted, states);
  const { tree, source } = orderSiblings(unsorted, order);
  return {
    tree,
    source,
    states,
    samples: { total: samplesOf(tree, states), self: samplesOf(tree, states, 'self') },
  };
}

/** The matches that the server found, in the order of a sorted tree. */
export const inOrder = (matched: ArrayLike<number> | undefined, source: Uint32Array) =>
  matched && Uint8Array.from(source, (node) => matched[node] ?? 0);

/** Samples deeper than the maximum depth, in the order of a sorted tree. */
export const belowInOrder = (below: ArrayLike<number>, source: Uint32Array) =>
  Array.from(source, (node) => below[node] ?? 0);
