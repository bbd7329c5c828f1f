import type { CallTree } from '../tree/call-tree';
import type { Branch, NodeGroup } from './branch';

/**
 * The frames of a growing tree with the given names, each below the one before and the first among `start`. Undefined when
 * one of them doesn't exist.
 */
export function branchPath(
  tree: CallTree,
  start: NodeGroup,
  names: readonly string[],
  expand: (branch: Branch) => NodeGroup,
): Branch[] | undefined {
  const path: Branch[] = [];
  let group = start;
  for (const frame of names) {
    const name = tree.names.indexOf(frame);
    const isNamed = (_: number, i: number) => tree.name[group.nodes[i] ?? 0] === name;
    const branch = {
      name,
      samples: 0,
      nodes: group.nodes.filter(isNamed),
      sources: group.sources.filter(isNamed),
    };
    if (branch.nodes.length === 0) return undefined;
    path.push(branch);
    group = expand(branch);
  }
  return path;
}
