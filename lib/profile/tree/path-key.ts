import type { CallTree } from './call-tree';

/** Names a frame by the names on its path, for a URL: the same in every profile that has the path. */
export type PathKey = string;

/** The key of a node; the root's is ''. */
export function pathKey(tree: CallTree, node: number): PathKey {
  if (node === 0) return '';
  const path: string[] = [];
  for (let at = node; at > 0; at = tree.parent[at] ?? 0) path.push(tree.names[tree.name[at] ?? 0] ?? '');
  return pathKeyOf(path.reverse());
}

/** The key of a path of names, from the first frame of the stack. That of one name alone names a function. */
export function pathKeyOf(path: readonly string[]): PathKey {
  let low = START.low;
  let high = START.high;
  for (const name of path) {
    low = extend(low, hashName(name, START.low));
    high = extend(high, hashName(name, START.high));
  }
  return (low >>> 0).toString(36) + (high >>> 0).toString(36).padStart(HALF, '0');
}

/** The key of a function, wherever it is called. */
export const functionKey = (name: string): PathKey => pathKeyOf([name]);

/** Whether a text of a URL can be the key of a frame other than the root, or of a function. */
export const isPathKey = (text: string) => /^[0-9a-z]{8,14}$/.test(text);

/** The most frames of a path of an inverted tree that is named function by function. */
export const MAX_FUNCTION_PATH_LENGTH = 40;

/** Whether a text can be such a path: the keys of its functions, from the one that ran, joined by dots. */
export const isFunctionPath = (text: string) =>
  text.split('.', MAX_FUNCTION_PATH_LENGTH + 1).length <= MAX_FUNCTION_PATH_LENGTH &&
  text.split('.').every(isPathKey);

/**
 * The first node with this key, among some in depth-first order with the parents of all of them, or among all; undefined
 * when there is none. Linear in the number of nodes.
 */
export function nodeOfPathKey(tree: CallTree, key: PathKey, among?: Uint32Array): number | undefined {
  if (key === '') return 0;
  if (!isPathKey(key)) return undefined;
  const hashes = hashesOf(tree.names);
  const low = Number.parseInt(key.slice(0, -HALF), 36) | 0;
  const high = Number.parseInt(key.slice(-HALF), 36) | 0;
  const lows = [START.low];
  const highs = [START.high];
  const count = among?.length ?? tree.name.length;
  for (let place = 1; place < count; place++) {
    const node = among?.[place] ?? place;
    const depth = tree.depth[node] ?? 0;
    const name = tree.name[node] ?? 0;
    const ownLow = extend(lows[depth - 1] ?? 0, hashes.low[name] ?? 0);
    const ownHigh = extend(highs[depth - 1] ?? 0, hashes.high[name] ?? 0);
    if (ownLow === low && ownHigh === high) return node;
    lows[depth] = ownLow;
    highs[depth] = ownHigh;
  }
  return undefined;
}

/** Two independent 32-bit hashes of each name: a million frames collide with a chance of one in ten million. */
type NameHashes = { low: Int32Array; high: Int32Array };

const known = new WeakMap<readonly string[], NameHashes>();

/** Made once for a string table, which may have grown since: many keys are looked for in trees that share it. */
function hashesOf(names: readonly string[]): NameHashes {
  const before = known.get(names);
  if (before?.low.length === names.length) return before;
  const made = {
    low: Int32Array.from(names, (name) => hashName(name, START.low)),
    high: Int32Array.from(names, (name) => hashName(name, START.high)),
  };
  known.set(names, made);
  return made;
}

const START = { low: 0x811c9dc5 | 0, high: 0x9747b28c | 0 };

/** Digits of base 36 that 32 bits need. */
const HALF = 7;

function hashName(name: string, seed: number): number {
  let hash = seed;
  for (let i = 0; i < name.length; i++) hash = extend(hash, name.charCodeAt(i));
  return hash;
}

function extend(hash: number, value: number): number {
  const mixed = Math.imul(hash ^ value, 0x5bd1e995);
  return (mixed ^ (mixed >>> 15)) | 0;
}
