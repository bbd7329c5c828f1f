import type { CallTree } from '../tree/call-tree';
import type { Branch, NodeGroup } from './branch';
import { frameOf, sumAt } from './callers';
import type { Growth } from './grow-tree';

/** How a tree grows from frames to their callees: samples are those of the nodes that a frame is made of. */
export function towardsCallees(tree: CallTree): Pick<Growth, 'below' | 'measure'> {
  return {
    below: ({ at }) => childrenOf(tree, at),
    measure: (branch: Branch) => ({
      ...frameOf(tree, branch),
      total: tree.total.map((column) => sumAt(column, branch.at)),
      self: tree.self.map((column) => sumAt(column, branch.at)),
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
  const at = Uint32Array.from(children);
  return { at, from: at };
}
