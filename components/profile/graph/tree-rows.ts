import type { CallTree } from '@/lib/profile/tree/call-tree';
import type { SampleColumn } from '@/lib/profile/tree/sample-column';

/** A row of a tree that is shown as far as it is opened. */
export type TreeRow = {
  node: number;
  /** From 1. */
  level: number;
  /** Which of its siblings it is, from 1. */
  place: number;
  of: number;
  /** Undefined where there is nothing to open. */
  isOpen: boolean | undefined;
};

export const MOST_ROWS = 500;

/** The rows of an opened tree below a node, siblings with the most samples first; `more` when there are too many. */
export function treeRows(
  tree: CallTree,
  total: SampleColumn,
  root: number,
  opened: ReadonlySet<number>,
): { rows: TreeRow[]; more: boolean } {
  const rows: TreeRow[] = [];
  const waiting: Omit<TreeRow, 'isOpen'>[] = [{ node: root, level: 1, place: 1, of: 1 }];
  for (let row = waiting.pop(); row; row = waiting.pop()) {
    if (rows.length === MOST_ROWS) return { rows, more: true };
    const { node, level } = row;
    const hasChildren = (tree.end[node] ?? 0) > node + 1;
    const isOpen = hasChildren ? opened.has(node) : undefined;
    rows.push({ ...row, isOpen });
    if (!isOpen) continue;
    const children = childrenOf(tree, node).sort((a, b) => (total[b] ?? 0) - (total[a] ?? 0));
    const below = children.map((child, i) => ({
      node: child,
      level: level + 1,
      place: i + 1,
      of: children.length,
    }));
    waiting.push(...below.reverse());
  }
  return { rows, more: false };
}

function childrenOf({ end }: CallTree, node: number): number[] {
  const children: number[] = [];
  const past = end[node] ?? 0;
  for (let child = node + 1; child < past; child = end[child] ?? past) children.push(child);
  return children;
}
