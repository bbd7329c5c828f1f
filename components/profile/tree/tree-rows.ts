import type { CallTree } from '@/lib/profile/tree/call-tree';
import type { SampleColumn } from '@/lib/profile/tree/sample-column';

/** A visible row of an expandable tree. */
export type TreeRow = {
  node: number;
  /** From 1. */
  level: number;
  /** Position among its siblings, from 1. */
  position: number;
  siblingCount: number;
  /** Undefined for a row without children. */
  isOpen: boolean | undefined;
};

export const MAX_ROWS = 500;

/** The visible rows below a node, siblings with the most samples first; truncated at MAX_ROWS. */
export function treeRows(
  tree: CallTree,
  total: SampleColumn,
  root: number,
  opened: ReadonlySet<number>,
): { rows: TreeRow[]; isTruncated: boolean } {
  const rows: TreeRow[] = [];
  const stack: Omit<TreeRow, 'isOpen'>[] = [{ node: root, level: 1, position: 1, siblingCount: 1 }];
  for (let row = stack.pop(); row; row = stack.pop()) {
    if (rows.length === MAX_ROWS) return { rows, isTruncated: true };
    const { node, level } = row;
    const hasChildren = (tree.end[node] ?? 0) > node + 1;
    const isOpen = hasChildren ? opened.has(node) : undefined;
    rows.push({ ...row, isOpen });
    if (!isOpen) continue;
    const children = childrenOf(tree, node).sort((a, b) => (total[b] ?? 0) - (total[a] ?? 0));
    const below = children.map((child, i) => ({
      node: child,
      level: level + 1,
      position: i + 1,
      siblingCount: children.length,
    }));
    stack.push(...below.reverse());
  }
  return { rows, isTruncated: false };
}

function childrenOf({ end }: CallTree, node: number): number[] {
  const children: number[] = [];
  const past = end[node] ?? 0;
  for (let child = node + 1; child < past; child = end[child] ?? past) children.push(child);
  return children;
}
