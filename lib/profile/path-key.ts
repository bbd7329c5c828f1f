import type { CallTree } from './call-tree';

/** Names a frame by the names on its path, for a URL: the same in every profile that has the path. */
export type PathKey = string;

/** The key of a node; the root's is ''. */
export function pathKey(tree: CallTree, node: number): PathKey {
  if (node === 0) return '';
  const path: number[] = [];
  for (let at = node; at > 0; at = tree.parent[at] ?? 0) path.push(at);
  let hash: Hash = START;
  for (const at of path.reverse()) hash = extend(hash, tree.names[tree.name[at] ?? 0] ?? '');
  return text(hash);
}

/** Whether a text of a URL can be the key of a frame other than the root. */
export const isPathKey = (text: string) => /^[0-9a-z]{8,14}$/.test(text);

/** The first node with this key; undefined when the tree has none. Linear in the number of nodes. */
export function nodeAt(tree: CallTree, key: PathKey): number | undefined {
  if (key === '') return 0;
  if (!isPathKey(key)) return undefined;
  const low = Number.parseInt(key.slice(0, -HALF), 36);
  const high = Number.parseInt(key.slice(-HALF), 36);
  const path: Hash[] = [START];
  for (let node = 1; node < tree.name.length; node++) {
    const depth = tree.depth[node] ?? 0;
    const hash = extend(path[depth - 1] ?? START, tree.names[tree.name[node] ?? 0] ?? '');
    if (hash.low >>> 0 === low && hash.high >>> 0 === high) return node;
    path[depth] = hash;
  }
  return undefined;
}

/** Two independent 32-bit halves: a million frames collide with a chance of one in ten million. */
type Hash = { low: number; high: number };

const START: Hash = { low: 0x811c9dc5, high: 0x9747b28c };

function extend(above: Hash, name: string): Hash {
  let low = Math.imul(above.low ^ 0xff, 0x01000193);
  let high = Math.imul(above.high ^ 0xff, 0x5bd1e995);
  for (let i = 0; i < name.length; i++) {
    const code = name.charCodeAt(i);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x5bd1e995);
    high ^= high >>> 13;
  }
  return { low, high };
}

/** Digits of base 36 that 32 bits need. */
const HALF = 7;

const text = ({ low, high }: Hash) =>
  (low >>> 0).toString(36) + (high >>> 0).toString(36).padStart(HALF, '0');
