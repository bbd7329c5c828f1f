import type { CallTree } from '../tree/call-tree';
import { depthFirst } from '../tree/depth-first';
import { frameColumns } from '../tree/keep-nodes';
import type { SampleColumn } from '../tree/sample-column';

/** By name, or by the given samples per node in descending order. */
type SiblingOrder = 'name' | SampleColumn;

/**
 * Sorts siblings stably. Also returns for each node the original one. String tables are shared, and a tree that is in order is
 * returned as it is.
 */
export function orderSiblings(tree: CallTree, order: SiblingOrder): { tree: CallTree; source: Uint32Array } {
  const count = tree.name.length;
  if (isInOrder(tree, order)) return { tree, source: Uint32Array.from({ length: count }, (_, node) => node) };
  const compare = comparator(tree, order);
  /** Nodes in breadth-first order, and the index of each one's parent in that order. */
  const rows = new Uint32Array(count);
  const above = new Uint32Array(count);
  let filled = 1;
  for (let i = 0; i < filled; i++) {
    for (const child of childrenOf(tree, rows[i] ?? 0).sort(compare)) {
      rows[filled] = child;
      above[filled++] = i;
    }
  }
  const { position, ...ordered } = depthFirst(above);
  const source = new Uint32Array(count);
  for (let i = 0; i < count; i++) source[position[i] ?? 0] = rows[i] ?? 0;
  return { tree: { ...tree, ...ordered, ...frameColumns(tree, source) }, source };
}

/** Compares siblings next to each other only, so that names need no ranks. */
function isInOrder({ names, name, parent, end }: CallTree, order: SiblingOrder): boolean {
  for (let node = 1; node < name.length; node++) {
    const next = end[node] ?? 0;
    if (next >= (end[parent[node] ?? 0] ?? 0)) continue;
    const isSorted =
      order === 'name'
        ? (names[name[node] ?? 0] ?? '') <= (names[name[next] ?? 0] ?? '')
        : (order[node] ?? 0) >= (order[next] ?? 0);
    if (!isSorted) return false;
  }
  return true;
}

/** Compares names themselves: few frames have many siblings, so that ranks of all names would cost more. */
function comparator({ names, name }: CallTree, order: SiblingOrder): (a: number, b: number) => number {
  if (order !== 'name') return (a, b) => (order[b] ?? 0) - (order[a] ?? 0);
  return (a, b) => {
    const [left = '', right = ''] = [names[name[a] ?? 0], names[name[b] ?? 0]];
    return left < right ? -1 : left === right ? 0 : 1;
  };
}

function childrenOf({ end }: CallTree, node: number): number[] {
  const children: number[] = [];
  const past = end[node] ?? 0;
  for (let child = node + 1; child < past; child = end[child] ?? past) children.push(child);
  return children;
}
