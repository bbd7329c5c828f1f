import type { CallTree } from './call-tree';
import { emptyLike, type IndexColumn } from './columns';
import type { SampleColumn } from './sample-column';
import { pickLocations } from './source-locations';

/**
 * The tree without the nodes that `keeps` refuses, self and total as they were. Whoever refuses a node must
 * refuse its subtree; the root always stays. String tables are shared with the tree given.
 */
export function keepNodes(tree: CallTree, keeps: (node: number) => boolean): CallTree {
  const size = tree.name.length;
  /** Node → how many nodes before it are kept, which is its own new place. */
  const place = new Uint32Array(size + 1);
  const source = new Uint32Array(size);
  let count = 0;
  for (let node = 0; node < size; node++) {
    place[node] = count;
    if (node === 0 || keeps(node)) source[count++] = node;
  }
  place[size] = count;
  const kept = source.subarray(0, count);
  return {
    ...tree,
    ...frameColumns(tree, kept),
    parent: gather(new Uint32Array(count), pick(tree.parent, kept), place),
    depth: pick(tree.depth, kept),
    end: gather(new Uint32Array(count), pick(tree.end, kept), place),
  };
}

/** What is known of the nodes given, without their places in the tree. */
export function frameColumns(
  tree: CallTree,
  nodes: Uint32Array,
): Pick<CallTree, 'name' | 'file' | 'lineFrom' | 'lineTo' | 'self' | 'total'> {
  return {
    name: pick(tree.name, nodes),
    ...pickLocations(tree, nodes),
    self: tree.self.map((column) => pick(column, nodes)),
    total: tree.total.map((column) => pick(column, nodes)),
  };
}

/** A column of the same kind with the values of the nodes given. */
export function pick<Kind extends SampleColumn | IndexColumn>(column: Kind, nodes: Uint32Array): Kind {
  return gather(emptyLike(column, nodes.length), nodes, column);
}

/**
 * Fills a column with the values of the nodes given. A plain loop: `from` with a function is ten times slower, and so is a
 * loop that meets columns of more than four kinds.
 */
export function gather<Kind extends SampleColumn | IndexColumn | Uint8Array>(
  into: Kind,
  nodes: IndexColumn,
  values: ArrayLike<number>,
): Kind {
  for (let i = 0; i < nodes.length; i++) into[i] = values[nodes[i] ?? 0] ?? 0;
  return into;
}
