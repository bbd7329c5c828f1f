import type { CallTree } from './call-tree';
import { chainOf } from './frame-chain';

/** Identifies a frame in URLs by a hash of the names on its path; the same in every profile that contains the path. */
export type PathKey = string;

/** The key of a node; the root's is ''. */
export function pathKey(tree: CallTree, node: number): PathKey {
  if (node === 0) return '';
  const path: string[] = [];
  for (let at = node; at > 0; at = tree.parent[at] ?? 0) path.push(tree.names[tree.name[at] ?? 0] ?? '');
  return pathKeyOf(path.reverse());
}

/**
 * The key of a path of names, starting at the first frame of the stack. A path of one name identifies a function. A folded chain
 * counts as all its frames, so that folding changes no key.
 */
export function pathKeyOf(path: readonly string[]): PathKey {
  let low = START.low;
  let high = START.high;
  for (const name of path.flatMap((each) => chainOf(each) ?? each)) {
    low = extend(low, hashName(name, START.low));
    high = extend(high, hashName(name, START.high));
  }
  return (low >>> 0).toString(36) + (high >>> 0).toString(36).padStart(HALF_DIGITS, '0');
}

/** The key of a function, regardless of its callers. */
export const functionKey = (name: string): PathKey => pathKeyOf([name]);

/** Whether a URL value is well-formed as the key of a function, or of a frame other than the root. */
export const isPathKey = (text: string) => /^[0-9a-z]{8,14}$/.test(text);

/** Maximum number of functions in a function path. */
export const MAX_FUNCTION_PATH_LENGTH = 40;

/** Whether a URL value is well-formed as a function path: keys of functions joined by dots, starting at the one on top. */
export const isFunctionPath = (text: string) =>
  text.split('.', MAX_FUNCTION_PATH_LENGTH + 1).length <= MAX_FUNCTION_PATH_LENGTH &&
  text.split('.').every(isPathKey);

/**
 * Finds the first node with this key in linear time; for a frame in a folded chain, the chain. `among` restricts the search to some nodes, which must be in
 * depth-first order and include all their ancestors.
 */
export function nodeOfPathKey(tree: CallTree, key: PathKey, among?: Uint32Array): number | undefined {
  if (key === '') return 0;
  if (!isPathKey(key)) return undefined;
  const hashes = hashesOf(tree.names);
  const low = Number.parseInt(key.slice(0, -HALF_DIGITS), 36) | 0;
  const high = Number.parseInt(key.slice(-HALF_DIGITS), 36) | 0;
  const lows = [START.low];
  const highs = [START.high];
  const count = among?.length ?? tree.name.length;
  for (let i = 1; i < count; i++) {
    const node = among?.[i] ?? i;
    const depth = tree.depth[node] ?? 0;
    const name = tree.name[node] ?? 0;
    let ownLow = lows[depth - 1] ?? 0;
    let ownHigh = highs[depth - 1] ?? 0;
    for (const inner of hashes.chains?.get(name) ?? []) {
      ownLow = extend(ownLow, inner.low);
      ownHigh = extend(ownHigh, inner.high);
      if (ownLow === low && ownHigh === high) return node;
    }
    ownLow = extend(ownLow, hashes.low[name] ?? 0);
    ownHigh = extend(ownHigh, hashes.high[name] ?? 0);
    if (ownLow === low && ownHigh === high) return node;
    lows[depth] = ownLow;
    highs[depth] = ownHigh;
  }
  return undefined;
}

/** Two independent 32-bit hashes of each name. The chance of a collision among a million frames is one in ten million. */
type NameHashes = {
  /** Of a chain: the hashes of its last frame. */
  low: Int32Array;
  high: Int32Array;
  /** Index of a chain's name → the hashes of its frames but the last; undefined without chains. */
  chains: Map<number, { low: number; high: number }[]> | undefined;
};

const cache = new WeakMap<readonly string[], NameHashes>();

/** Cached per string table, because trees that share one are searched for many keys. A table may have grown since. */
function hashesOf(names: readonly string[]): NameHashes {
  const cached = cache.get(names);
  if (cached?.low.length === names.length) return cached;
  let chains: NameHashes['chains'];
  const last = names.map((name, i) => {
    const chain = chainOf(name);
    const end = chain?.pop();
    if (!chain || end === undefined) return name;
    chains ??= new Map();
    chains.set(
      i,
      chain.map((each) => ({ low: hashName(each, START.low), high: hashName(each, START.high) })),
    );
    return end;
  });
  const hashes = {
    low: Int32Array.from(last, (name) => hashName(name, START.low)),
    high: Int32Array.from(last, (name) => hashName(name, START.high)),
    chains,
  };
  cache.set(names, hashes);
  return hashes;
}

const START = { low: 0x811c9dc5 | 0, high: 0x9747b28c | 0 };

/** Base-36 digits of 32 bits. */
const HALF_DIGITS = 7;

function hashName(name: string, seed: number): number {
  let hash = seed;
  for (let i = 0; i < name.length; i++) hash = extend(hash, name.charCodeAt(i));
  return hash;
}

function extend(hash: number, value: number): number {
  const mixed = Math.imul(hash ^ value, 0x5bd1e995);
  return (mixed ^ (mixed >>> 15)) | 0;
}
