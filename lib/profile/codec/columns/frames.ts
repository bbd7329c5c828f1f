import type { CallTree } from '../../tree/call-tree';
import type { IndexColumn } from '../../tree/columns';
import { maxOf, type WholeColumn } from './widths';

type Frames = Pick<CallTree, 'parent' | 'depth' | 'end'>;

/** Node → parent and end of its subtree, from depths in depth-first order; undefined if a frame has no parent. */
export function framesAt(depths: WholeColumn): Frames | undefined {
  const nodes = depths.length;
  const depth: IndexColumn = depths instanceof Uint8Array ? new Uint16Array(depths) : depths;
  const parent = new Uint32Array(nodes);
  const end = new Uint32Array(nodes).fill(nodes);
  /** Depth → the latest node there. */
  const path = new Uint32Array(nodes === 0 ? 0 : maxOf(depth) + 1);
  let above = 0;
  if (depth[0] !== 0) return undefined;
  for (let node = 1; node < nodes; node++) {
    const own = depth[node] ?? 0;
    if (own < 1 || own > above + 1) return undefined;
    for (let closed = own; closed <= above; closed++) end[path[closed] ?? 0] = node;
    parent[node] = path[own - 1] ?? 0;
    path[own] = node;
    above = own;
  }
  return { parent, depth, end };
}
