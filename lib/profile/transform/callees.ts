import type { CallTree } from '../tree/call-tree';
import type { Branch, NodeGroup } from './branch';
import { frameOf, sumAt } from './callers';
import type { Growth } from './grow-tree';

/** Grows a tree from frames to their callees. A frame has the samples of its nodes. */
export function towardsCallees(tree: CallTree): Pick<Growth, 'expand' | 'measure'> {
  return {
    expand: ({ nodes }) => childrenOf(tree, nodes),
    measure: (branch: Branch) => ({
      ...frameOf(tree, branch),
      total: tree.total.map((column) => sumAt(column, branch.nodes)),
      self: tree.self.map((column) => sumAt(column, branch.nodes)),
    }),
  };
}

function childrenOf({ end }: CallTree, nodes: Uint32Array): NodeGroup {
  const children: number[] = [];
  for (let i = 0; i < nodes.length; i++) {
    const node = nodes[i] ?? 0;
    const past = end[node] ?? 0;
    for (let child = node + 1; child < past; child = end[child] ?? past) children.push(child);
  }
  const found = Uint32Array.from(children);
  return { nodes: found, sources: found };
}
