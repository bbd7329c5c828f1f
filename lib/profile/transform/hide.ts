import type { CallTree } from '../tree/call-tree';
import { gather } from '../tree/keep-nodes';
import { joinNodes } from './join-nodes';

/** The tree without the functions of these names: self and callees of each go to its caller. Totals are conserved. */
export function hideFunctions(tree: CallTree, names: readonly string[]): CallTree {
  const isHidden = markNames(tree, names);
  return joinNodes(tree, gather(new Uint8Array(tree.name.length), tree.name, isHidden));
}

/** The tree without what the functions of these names call: their totals become their self. */
export function collapseFunctions(tree: CallTree, names: readonly string[]): CallTree {
  const isCollapsed = markNames(tree, names);
  const joins = new Uint8Array(tree.name.length);
  for (let node = 1; node < joins.length; node++) {
    const above = tree.parent[node] ?? 0;
    if (joins[above] === 1 || (above > 0 && isCollapsed[tree.name[above] ?? 0] === 1)) joins[node] = 1;
  }
  return joinNodes(tree, joins);
}

/** Index in the string table → 1 for the names given. */
function markNames(tree: CallTree, names: readonly string[]): Uint8Array {
  const wanted = new Set(names);
  return Uint8Array.from(tree.names, (name) => (wanted.has(name) ? 1 : 0));
}
