import type { PackageSlots } from '../graph/package-slots';
import { slotsOf } from '../graph/self-sums';
import { samplesOf } from '../transform/screen';
import { type NameSearch, searchNames } from '../transform/search-names';
import { type SelfSamples, selfInAllStates, selfSamples } from '../transform/self-samples';
import type { CallTree } from '../tree/call-tree';
import { pick } from '../tree/keep-nodes';
import { functionKey, nodeOfPathKey, type PathKey } from '../tree/path-key';
import { type RemovedSamples, removedSamples } from '../tree/removed-samples';
import type { SampleColumn } from '../tree/sample-column';
import { totalColumnBytes, treeBytes } from '../tree/tree-bytes';

const MAX_CACHED_KEYS = 200;
/** Number of recent views whose nodes are remembered. */
const MAX_REMEMBERED = 4;
/** Self samples of a function, whether it occurs, and its package. */
const NAME_BYTES = 13;

/** A tree with cached lookups, because the same profile is viewed again and again. */
export class IndexedTree {
  readonly deepest: number;
  /** Bytes of the caches, without the tree. */
  readonly ownBytes: number;
  /** Nodes of recent views, newest first: most lookups are for one of them. */
  #recent: Uint32Array[] = [];
  readonly #nodes = new Map<PathKey, number | undefined>();
  #functions: Map<PathKey, string> | undefined;
  #search: { wanted: string; found: NameSearch } | undefined;
  #total: { states: string; samples: SampleColumn; frames?: number } | undefined;
  #self: { states: string; samples: SelfSamples; slots: PackageSlots } | undefined;
  /** The packages with a colour of their own by their samples in all states. */
  #slots: PackageSlots | undefined;
  #removed: { states: string; samples: RemovedSamples } | undefined;

  /** `maxDepth` is set when deeper frames were removed. */
  constructor(
    readonly tree: CallTree,
    readonly maxDepth?: number,
  ) {
    this.deepest = deepestOf(tree);
    this.ownBytes = totalColumnBytes(tree) + NAME_BYTES * tree.names.length;
  }

  /** Memory in bytes; strings are estimated. */
  get bytes(): number {
    return treeBytes(this.tree) + this.ownBytes;
  }

  /** Node → total samples over the given states. */
  total(states: readonly string[]): SampleColumn {
    return this.#totalIn(states).samples;
  }

  /** Number of frames with samples in the given states that are not among the given nodes. */
  framesOutside(nodes: Uint32Array, states: readonly string[]): number {
    const total = this.#totalIn(states);
    const { samples } = total;
    total.frames ??= countSampled(samples);
    return total.frames - countSampled(pick(samples, nodes));
  }

  #totalIn(states: readonly string[]) {
    const key = JSON.stringify(states);
    if (this.#total?.states !== key) this.#total = { states: key, samples: samplesOf(this.tree, states) };
    return this.#total;
  }

  /** The samples of removed deeper frames over the given states; undefined when there are none. */
  removed(states: readonly string[]): (RemovedSamples & { maxDepth: number }) | undefined {
    const { maxDepth } = this;
    if (maxDepth === undefined) return undefined;
    const key = JSON.stringify(states);
    if (this.#removed?.states !== key) {
      const self = samplesOf(this.tree, states, 'self');
      this.#removed = { states: key, samples: removedSamples(this.tree, self, samplesOf(this.tree, states)) };
    }
    return this.#removed.samples.all > 0 ? { maxDepth, ...this.#removed.samples } : undefined;
  }

  /**
   * Self samples of all frames over the given states, and the packages with a colour of their own by them. A package that is among the
   * heaviest of all states has the same colour in each choice of states.
   */
  self(states: readonly string[]): { samples: SelfSamples; slots: PackageSlots } {
    const key = JSON.stringify(states);
    if (this.#self?.states !== key) {
      const samples = selfSamples(this.tree, states, this.total(states));
      this.#self = { states: key, samples, slots: this.#slotsOf(states, samples) };
    }
    return this.#self;
  }

  #slotsOf(states: readonly string[], { byName }: SelfSamples): PackageSlots {
    const { names } = this.tree;
    this.#slots ??= slotsOf(names, selfInAllStates(this.tree, { states, byName }));
    return slotsOf(names, byName, this.#slots);
  }

  nodeAt(key: PathKey): number | undefined {
    if (key === '') return 0;
    if (!this.#nodes.has(key)) {
      if (this.#nodes.size === MAX_CACHED_KEYS) this.#nodes.clear();
      this.#nodes.set(key, this.#recentNodeAt(key) ?? nodeOfPathKey(this.tree, key));
    }
    return this.#nodes.get(key);
  }

  /** Remembers the nodes of a view, in depth-first order and with all their ancestors. */
  remember(nodes: Uint32Array): void {
    this.#recent = [nodes, ...this.#recent].slice(0, MAX_REMEMBERED);
  }

  #recentNodeAt(key: PathKey): number | undefined {
    for (const nodes of this.#recent) {
      const node = nodeOfPathKey(this.tree, key, nodes);
      if (node !== undefined) return node;
    }
    return undefined;
  }

  /** Name of a function by its key. */
  functionNamed(key: PathKey): string | undefined {
    this.#functions ??= new Map(this.tree.names.map((name) => [functionKey(name), name]));
    return this.#functions.get(key);
  }

  /** Names that a search matches. */
  search(wanted: string, hasTimeLeft?: () => boolean): NameSearch {
    if (this.#search?.wanted === wanted) return this.#search.found;
    const found = searchNames(this.tree.names, wanted, hasTimeLeft);
    // A search that timed out may succeed next time.
    this.#search = 'matching' in found ? { wanted, found } : undefined;
    return found;
  }
}

/** Depth of the deepest frame. */
export function deepestOf({ depth }: Pick<CallTree, 'depth'>): number {
  let deepest = 0;
  for (let node = 0; node < depth.length; node++) deepest = Math.max(deepest, depth[node] ?? 0);
  return deepest;
}

function countSampled(samples: SampleColumn): number {
  let count = 0;
  for (let node = 0; node < samples.length; node++) if ((samples[node] ?? 0) > 0) count += 1;
  return count;
}
