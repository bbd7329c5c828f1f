import type { RollUpNode } from './roll-up';

/** A node of a roll-up in a list. */
export type VisibleNode = {
  node: RollUpNode;
  /** From 0 for the outermost. */
  depth: number;
  /** Unique among all nodes, and the same for the same parts. */
  id: string;
};

/** The outermost nodes and those below the open ones, in order. */
export function visibleNodes(
  nodes: readonly RollUpNode[],
  openIds: ReadonlySet<string>,
  above: readonly string[] = [],
): VisibleNode[] {
  return nodes.flatMap((node) => {
    const path = [...above, node.part];
    const id = JSON.stringify(path);
    const below = openIds.has(id) ? visibleNodes(node.children, openIds, path) : [];
    return [{ node, depth: above.length, id }, ...below];
  });
}
