import { type IndexColumn, narrowed } from './columns';

/** What of a CallTree follows from the parents alone. */
type DepthFirst = {
  /** Node as it was given → node in depth-first order. */
  place: Uint32Array;
  parent: Uint32Array;
  depth: IndexColumn;
  end: Uint32Array;
};

/**
 * Depth-first order of nodes that are given by their parents. Node 0 is the root and its own parent, every other stands
 * after its parent; siblings stay in their order. Two passes, no stack.
 */
export function depthFirst(parent: ArrayLike<number>): DepthFirst {
  const count = parent.length;
  const place = new Uint32Array(count);
  /** Node → one past the last place of its subtree that is taken. */
  const taken = subtreeSizes(parent);
  const order = {
    place,
    parent: new Uint32Array(count),
    depth: new Uint32Array(count),
    end: new Uint32Array(count),
  };
  for (let node = 0; node < count; node++) {
    const above = parent[node] ?? 0;
    const size = taken[node] ?? 0;
    const at = node === 0 ? 0 : (taken[above] ?? 0);
    const aboveAt = place[above] ?? 0;
    if (node > 0) taken[above] = at + size;
    place[node] = at;
    taken[node] = at + 1;
    order.parent[at] = aboveAt;
    order.depth[at] = node === 0 ? 0 : (order.depth[aboveAt] ?? 0) + 1;
    order.end[at] = at + size;
  }
  return { ...order, depth: narrowed(order.depth, new Uint16Array(count)) };
}

/** Node → nodes of its subtree, itself included; each node stands after its parent. */
function subtreeSizes(parent: ArrayLike<number>): Uint32Array {
  const sizes = new Uint32Array(parent.length).fill(1);
  for (let node = parent.length - 1; node > 0; node--) {
    const above = parent[node] ?? 0;
    sizes[above] = (sizes[above] ?? 0) + (sizes[node] ?? 0);
  }
  return sizes;
}
