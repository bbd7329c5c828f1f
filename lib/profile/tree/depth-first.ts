import { type IndexColumn, narrowed } from './columns';

/** The columns of a CallTree that follow from the parents alone. */
type DepthFirst = {
  /** Original node → node in depth-first order. */
  position: Uint32Array;
  parent: Uint32Array;
  depth: IndexColumn;
  end: Uint32Array;
};

/**
 * Sorts nodes depth-first, given their parents. Node 0 is the root and its own parent; every other node must come after
 * its parent. Siblings keep their order. Two passes, no stack.
 */
export function depthFirst(parent: ArrayLike<number>): DepthFirst {
  const count = parent.length;
  const position = new Uint32Array(count);
  /** Node → size of its subtree, and once it is placed, the first free position within the subtree. */
  const free = subtreeSizes(parent);
  const order = {
    position,
    parent: new Uint32Array(count),
    depth: new Uint32Array(count),
    end: new Uint32Array(count),
  };
  for (let node = 0; node < count; node++) {
    const above = parent[node] ?? 0;
    const size = free[node] ?? 0;
    const at = node === 0 ? 0 : (free[above] ?? 0);
    const aboveAt = position[above] ?? 0;
    if (node > 0) free[above] = at + size;
    position[node] = at;
    free[node] = at + 1;
    order.parent[at] = aboveAt;
    order.depth[at] = node === 0 ? 0 : (order.depth[aboveAt] ?? 0) + 1;
    order.end[at] = at + size;
  }
  return { ...order, depth: narrowed(order.depth, new Uint16Array(count)) };
}

/** Node → number of nodes in its subtree, itself included. */
function subtreeSizes(parent: ArrayLike<number>): Uint32Array {
  const sizes = new Uint32Array(parent.length).fill(1);
  for (let node = parent.length - 1; node > 0; node--) {
    const above = parent[node] ?? 0;
    sizes[above] = (sizes[above] ?? 0) + (sizes[node] ?? 0);
  }
  return sizes;
}
