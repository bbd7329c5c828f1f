import { orderSiblings } from '@/lib/profile/transform/order';
import { samplesOf } from '@/lib/profile/transform/screen';
import type { CallTree } from '@/lib/profile/tree/call-tree';
import type { ProfileSettings } from '../settings/profile-settings';

/**
 * A tree with siblings in the chosen order, its samples in the given states, and the matches of the server in its order.
 * `source` is the original node of each node.
 */
export function sortedTree(
  unsorted: CallTree,
  matched: ArrayLike<number> | undefined,
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
    serverMatched: matched && Uint8Array.from(source, (node) => matched[node] ?? 0),
  };
}
