import type { CallTree } from '../tree/call-tree';
import { chainOf } from '../tree/frame-chain';

/** The first frame of a focused run in the tree without folded chains, given any frame of the run; other frames stay. */
export function unfoldedFocus(folded: CallTree, focus: number, tree: CallTree, node: number): number {
  if (focus === 0) return node;
  let depth = 1;
  for (let above = folded.parent[focus] ?? 0; above > 0; above = folded.parent[above] ?? 0) {
    depth += chainOf(folded.names[folded.name[above] ?? 0] ?? '')?.length ?? 1;
  }
  let first = node;
  while ((tree.depth[first] ?? 0) > depth) first = tree.parent[first] ?? 0;
  return first;
}
