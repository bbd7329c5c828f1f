import type { CallTree } from './call-tree';

/** Samples of a function wherever it was called: of its own code, and with all it called. */
export type TopFunction = { name: string; self: number; total: number };

/**
 * The functions of a node's subtree, the node included, by total, then self; a recursive call counts once.
 * `total` and `self` are node → samples.
 */
export function topFunctions(
  tree: CallTree,
  samples: { total: Float64Array; self: Float64Array },
  root = 0,
): TopFunction[] {
  const found = new Map<number, TopFunction>();
  const running = new Map<number, number>();
  const path: number[] = [];
  for (let node = Math.max(1, root); node < (tree.end[root] ?? 0); node++) {
    const depth = (tree.depth[node] ?? 0) - (tree.depth[root] ?? 0);
    for (const returned of path.splice(depth)) running.set(returned, (running.get(returned) ?? 1) - 1);
    const name = tree.name[node] ?? 0;
    path[depth] = name;
    const calls = running.get(name) ?? 0;
    running.set(name, calls + 1);
    const top = found.get(name) ?? { name: tree.names[name] ?? '', self: 0, total: 0 };
    found.set(name, top);
    top.self += samples.self[node] ?? 0;
    if (calls === 0) top.total += samples.total[node] ?? 0;
  }
  return [...found.values()]
    .filter(({ total }) => total > 0)
    .sort((a, b) => b.total - a.total || b.self - a.self || (a.name < b.name ? -1 : 1));
}
