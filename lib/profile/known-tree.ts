import type { CallTree } from './call-tree';
import { functionKey, hashNames, nodeAt, type PathKey } from './path-key';
import { samplesOf } from './screen';
import { type NameSearch, searchNames } from './search-names';

/** So many frames that were asked for are found at once. */
const MOST_KEYS = 200;

/** A tree that is looked at again and again, with what was computed of it before. */
export class KnownTree {
  readonly deepest: number;
  /** Bytes that it takes in memory, estimated. */
  readonly bytes: number;
  readonly #hashes;
  readonly #nodes = new Map<PathKey, number | undefined>();
  #functions: Map<PathKey, string> | undefined;
  #search: { wanted: string; found: NameSearch } | undefined;
  #total: { states: string; samples: Float64Array } | undefined;

  constructor(readonly tree: CallTree) {
    this.deepest = tree.depth.reduce((most, depth) => Math.max(most, depth), 0);
    this.#hashes = hashNames(tree.names);
    this.bytes = bytesOf(tree);
  }

  /** Node → total samples over the states named. */
  total(states: readonly string[]): Float64Array {
    const key = JSON.stringify(states);
    if (this.#total?.states !== key) this.#total = { states: key, samples: samplesOf(this.tree, states) };
    return this.#total.samples;
  }

  nodeAt(key: PathKey): number | undefined {
    if (!this.#nodes.has(key)) {
      if (this.#nodes.size === MOST_KEYS) this.#nodes.clear();
      this.#nodes.set(key, nodeAt(this.tree, key, this.#hashes));
    }
    return this.#nodes.get(key);
  }

  /** The name of a function by its key; undefined when the tree has none. */
  functionNamed(key: PathKey): string | undefined {
    this.#functions ??= new Map(this.tree.names.map((name) => [functionKey(name), name]));
    return this.#functions.get(key);
  }

  /** Which of its names a search finds. */
  search(wanted: string, goesOn?: () => boolean): NameSearch {
    if (this.#search?.wanted === wanted) return this.#search.found;
    const found = searchNames(this.tree.names, wanted, goesOn);
    // What took too long may not the next time.
    this.#search = 'matching' in found ? { wanted, found } : undefined;
    return found;
  }
}

/** With a map of functions by their keys, and one column of samples added up. */
function bytesOf({ names, files, name, states }: CallTree): number {
  let texts = 0;
  for (const text of names) texts += 150 + 2 * text.length;
  for (const text of files) texts += 50 + 2 * text.length;
  return texts + name.length * (28 + 8 + 16 * states.length) + 1024;
}
