import type { CallTree } from '../tree/call-tree';
import { joinNodes } from './join-nodes';

/** The tree with a function that calls itself directly, however often, as one frame. Totals are conserved. */
export function collapseRecursion(tree: CallTree): CallTree {
  const joins = new Uint8Array(tree.name.length);
  for (let node = 1; node < joins.length; node++) {
    const above = tree.parent[node] ?? 0;
    if (above > 0 && tree.name[above] === tree.name[node]) joins[node] = 1;
  }
  return joinNodes(tree, joins);
}
