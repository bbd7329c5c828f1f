import type { CallTree } from './call-tree';
import { emptyLike, type IndexColumn } from './columns';
import type { SampleColumn } from './sample-column';
import { pickLocations } from './source-locations';

/**
 * Removes the nodes for which `isKept` is false and leaves self and total as they are. Whoever removes a node must remove
 * its subtree; the root always stays. String tables are shared with the original.
 */
export function keepNodes(tree: CallTree, isKept: (node: number) => boolean): CallTree {
  const size = tree.name.length;
  /** Node → number of kept nodes before it, which is its new index. */
  const newIndex = new Uint32Array(size + 1);
  const source = new Uint32Array(size);
  let count = 0;
  for (let node = 0; node < size; node++) {
    newIndex[node] = count;
    if (node === 0 || isKept(node)) source[count++] = node;
  }
  newIndex[size] = count;
  const kept = source.subarray(0, count);
  return {
    ...tree,
    ...frameColumns(tree, kept),
    parent: gather(new Uint32Array(count), pick(tree.parent, kept), newIndex),
    depth: pick(tree.depth, kept),
    end: gather(new Uint32Array(count), pick(tree.end, kept), newIndex),
  };
}

/** The columns that describe the given nodes, without those that describe the shape of the tree. */
export function frameColumns(
  tree: CallTree,
  nodes: Uint32Array,
): Pick<CallTree, 'name' | 'file' | 'lineFrom' | 'lineTo' | 'self' | 'total' | 'omitted'> {
  return {
    name: pick(tree.name, nodes),
    ...pickLocations(tree, nodes),
    self: tree.self.map((column) => pick(column, nodes)),
    total: tree.total.map((column) => pick(column, nodes)),
    ...(tree.omitted && { omitted: pick(tree.omitted, nodes) }),
  };
}

/** A column of the same kind with the values of the given nodes. */
export function pick<Kind extends SampleColumn | IndexColumn>(column: Kind, nodes: Uint32Array): Kind {
  return gather(emptyLike(column, nodes.length), nodes, column);
}

/**
 * Fills a column with the values of the given nodes. A plain loop, because `from` with a callback is ten times slower, and
 * so is a loop that sees more than four column types.
 */
export function gather<Kind extends SampleColumn | IndexColumn | Uint8Array>(
  into: Kind,
  nodes: IndexColumn,
  values: ArrayLike<number>,
): Kind {
  for (let i = 0; i < nodes.length; i++) into[i] = values[nodes[i] ?? 0] ?? 0;
  return into;
}
