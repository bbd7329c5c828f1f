import type { CallTree } from '../tree/call-tree';
import { gather } from '../tree/keep-nodes';
import { joinNodes } from './join-nodes';

/** Removes functions by name. Their self samples and callees move to their callers; totals stay the same. */
export function hideFunctions(tree: CallTree, names: readonly string[]): CallTree {
  const isHidden = markNames(tree, names);
  return joinNodes(tree, gather(new Uint8Array(tree.name.length), tree.name, isHidden));
}

/** Removes everything that the named functions call. Their totals become their self samples. */
export function collapseFunctions(tree: CallTree, names: readonly string[]): CallTree {
  const isCollapsed = markNames(tree, names);
  const isJoined = new Uint8Array(tree.name.length);
  for (let node = 1; node < isJoined.length; node++) {
    const above = tree.parent[node] ?? 0;
    if (isJoined[above] === 1 || (above > 0 && isCollapsed[tree.name[above] ?? 0] === 1)) isJoined[node] = 1;
  }
  return joinNodes(tree, isJoined);
}

/** Index in the string table → 1 for the given names. */
function markNames(tree: CallTree, names: readonly string[]): Uint8Array {
  const marked = new Set(names);
  return Uint8Array.from(tree.names, (name) => (marked.has(name) ? 1 : 0));
}
