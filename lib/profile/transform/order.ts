import type { CallTree } from '../tree/call-tree';
import { depthFirst } from '../tree/depth-first';
import { frameColumns } from '../tree/keep-nodes';
import type { SampleColumn } from '../tree/sample-column';

/** By name, or by the given samples per node in descending order. */
type SiblingOrder = 'name' | SampleColumn;

/** Sorts siblings stably. Also returns for each node the original one. String tables are shared. */
export function orderSiblings(tree: CallTree, order: SiblingOrder): { tree: CallTree; source: Uint32Array } {
  const count = tree.name.length;
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

function comparator({ names, name }: CallTree, order: SiblingOrder): (a: number, b: number) => number {
  if (order !== 'name') return (a, b) => (order[b] ?? 0) - (order[a] ?? 0);
  const ranks = new Map<string, number>();
  for (const text of names.toSorted()) ranks.set(text, ranks.size);
  /** Index of a name → its rank in alphabetical order. */
  const rank = Uint32Array.from(names, (text) => ranks.get(text) ?? 0);
  return (a, b) => (rank[name[a] ?? 0] ?? 0) - (rank[name[b] ?? 0] ?? 0);
}

function childrenOf({ end }: CallTree, node: number): number[] {
  const children: number[] = [];
  const past = end[node] ?? 0;
  for (let child = node + 1; child < past; child = end[child] ?? past) children.push(child);
  return children;
}
