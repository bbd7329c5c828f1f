import { samplesOf } from '../transform/screen';
import { type NameSearch, searchNames } from '../transform/search-names';
import type { CallTree } from '../tree/call-tree';
import { functionKey, nodeAt, type PathKey } from '../tree/path-key';
import type { SampleColumn } from '../tree/sample-column';
import { treeBytes } from '../tree/tree-bytes';

/** So many frames that were asked for are found at once. */
const MOST_KEYS = 200;
/** Of so many pictures the nodes are remembered. */
const MOST_SHOWN = 4;

/** A tree that is looked at again and again, with what was computed of it before. */
export class KnownTree {
  readonly deepest: number;
  /** Bytes of what it keeps besides the tree. */
  readonly ownBytes: number;
  /** Nodes that were shown, the newest first: what is asked for is mostly among them. */
  #shown: Uint32Array[] = [];
  readonly #nodes = new Map<PathKey, number | undefined>();
  #functions: Map<PathKey, string> | undefined;
  #search: { wanted: string; found: NameSearch } | undefined;
  #total: { states: string; samples: SampleColumn } | undefined;

  constructor(readonly tree: CallTree) {
    this.deepest = deepestOf(tree);
    this.ownBytes = sumBytes(tree);
  }

  /** Bytes that it takes in memory, those of texts estimated. */
  get bytes(): number {
    return treeBytes(this.tree) + this.ownBytes;
  }

  /** Node → total samples over the states named. */
  total(states: readonly string[]): SampleColumn {
    const key = JSON.stringify(states);
    if (this.#total?.states !== key) this.#total = { states: key, samples: samplesOf(this.tree, states) };
    return this.#total.samples;
  }

  nodeAt(key: PathKey): number | undefined {
    if (key === '') return 0;
    if (!this.#nodes.has(key)) {
      if (this.#nodes.size === MOST_KEYS) this.#nodes.clear();
      this.#nodes.set(key, this.#shownAt(key) ?? nodeAt(this.tree, key));
    }
    return this.#nodes.get(key);
  }

  /** Notes nodes that were shown, in depth-first order, with the parents of all of them. */
  showed(nodes: Uint32Array): void {
    this.#shown = [nodes, ...this.#shown].slice(0, MOST_SHOWN);
  }

  #shownAt(key: PathKey): number | undefined {
    for (const nodes of this.#shown) {
      const node = nodeAt(this.tree, key, nodes);
      if (node !== undefined) return node;
    }
    return undefined;
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

/** The depth of the deepest frame. */
export function deepestOf({ depth }: Pick<CallTree, 'depth'>): number {
  let deepest = 0;
  for (let node = 0; node < depth.length; node++) deepest = Math.max(deepest, depth[node] ?? 0);
  return deepest;
}

/** Of what is kept besides, a column of samples added up; of a single state it is the tree's own. */
function sumBytes({ name, states, total }: CallTree): number {
  if (states.length < 2) return 0;
  const whole = total.reduce((sum, column) => sum + (column[0] ?? 0), 0);
  const isNarrow = whole < 2 ** 32 && total.every((column) => column instanceof Uint32Array);
  return name.length * (isNarrow ? 4 : 8);
}
