import type { CallTree } from '../tree/call-tree';
import { depthFirst } from '../tree/depth-first';
import { frameColumns } from '../tree/keep-nodes';
import type { SampleColumn } from '../tree/sample-column';

/** By name, or by samples (of each node), most first. */
type SiblingOrder = 'name' | SampleColumn;

/**
 * The tree with siblings in another order, those alike as they stood, and for each of its nodes the one that it was. String
 * tables are shared.
 */
export function orderSiblings(tree: CallTree, order: SiblingOrder): { tree: CallTree; source: Uint32Array } {
  const count = tree.name.length;
  const compare = comparing(tree, order);
  /** Nodes row by row, and the place of each one's parent therein. */
  const rows = new Uint32Array(count);
  const above = new Uint32Array(count);
  let filled = 1;
  for (let i = 0; i < filled; i++) {
    for (const child of childrenOf(tree, rows[i] ?? 0).sort(compare)) {
      rows[filled] = child;
      above[filled++] = i;
    }
  }
  const { place, ...ordered } = depthFirst(above);
  const source = new Uint32Array(count);
  for (let i = 0; i < count; i++) source[place[i] ?? 0] = rows[i] ?? 0;
  return { tree: { ...tree, ...ordered, ...frameColumns(tree, source) }, source };
}

function comparing({ names, name }: CallTree, order: SiblingOrder): (a: number, b: number) => number {
  if (order !== 'name') return (a, b) => (order[b] ?? 0) - (order[a] ?? 0);
  const places = new Map<string, number>();
  for (const text of names.toSorted()) places.set(text, places.size);
  /** Index of a name → its place among all. */
  const rank = Uint32Array.from(names, (text) => places.get(text) ?? 0);
  return (a, b) => (rank[name[a] ?? 0] ?? 0) - (rank[name[b] ?? 0] ?? 0);
}

function childrenOf({ end }: CallTree, node: number): number[] {
  const children: number[] = [];
  const past = end[node] ?? 0;
  for (let child = node + 1; child < past; child = end[child] ?? past) children.push(child);
  return children;
}
