import type { CallTree } from '../tree/call-tree';
import { joinNodes } from './join-nodes';

/** Merges chains of direct recursion into one frame. Totals stay the same. */
export function collapseRecursion(tree: CallTree): CallTree {
  const isJoined = new Uint8Array(tree.name.length);
  for (let node = 1; node < isJoined.length; node++) {
    const above = tree.parent[node] ?? 0;
    if (above > 0 && tree.name[above] === tree.name[node]) isJoined[node] = 1;
  }
  return joinNodes(tree, isJoined);
}
