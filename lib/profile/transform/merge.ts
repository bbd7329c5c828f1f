import type { CallTree } from '../tree/call-tree';
import { ensureCapacity, indexColumn, narrowed } from '../tree/columns';
import { gather, pick } from '../tree/keep-nodes';
import { PairTable } from '../tree/pair-table';
import { type SampleColumn, withSamples } from '../tree/sample-column';
import {
  addLocation,
  emptyLocations,
  ensureLocationCapacity,
  narrowLocations,
  pickLocations,
} from '../tree/source-locations';
import { StringTable } from '../tree/string-table';
import { sumSubtrees } from '../tree/sum-subtrees';

const NONE = -1;
const NO_PARENT = 0xffffffff;
const INITIAL_CAPACITY = 512;

/**
 * One tree with the samples of all, frames united by their path of names, states by name. The order of what
 * is merged only decides the order of siblings and states. Of differing source files the alphabetically first
 * is kept, of its lines the widest span. Linear in the number of nodes.
 */
export function mergeTrees(trees: readonly CallTree[]): CallTree {
  const merger = new TreeMerger();
  for (const tree of trees) merger.add(tree);
  return merger.finish();
}

/** mergeTrees for trees that come one after the other. */
export class TreeMerger {
  readonly #names = new UnitedTable();
  readonly #files = new UnitedTable();
  readonly #states = new StringTable();
  readonly #paths = new Paths();
  /** State → samples by the node they were merged into. */
  readonly #counts: SampleColumn[] = [];

  constructor() {
    this.#names.add('');
  }

  add(tree: CallTree): void {
    const into = this.#nodesOf(tree);
    this.#locate(tree, into);
    for (let i = 0; i < tree.self.length; i++) {
      const state = this.#states.index(tree.states[i] ?? '');
      let merged: SampleColumn = ensureCapacity(this.#counts[state] ?? new Uint32Array(0), this.#paths.size);
      const column = tree.self[i] ?? merged;
      for (let node = 0; node < into.length; node++) {
        const samples = column[node] ?? 0;
        if (samples === 0) continue;
        const at = into[node] ?? 0;
        merged = withSamples(merged, at, (merged[at] ?? 0) + samples);
      }
      this.#counts[state] = merged;
    }
  }

  finish(): CallTree {
    return inDepthFirstOrder(
      this.#paths,
      this.#names.strings,
      this.#files.strings,
      this.#states.strings,
      this.#counts,
    );
  }

  /** Node of a tree → the node that it is merged into. */
  #nodesOf({ names, name, parent }: CallTree): Uint32Array {
    const texts = this.#names;
    texts.begin(names);
    const into = new Uint32Array(name.length);
    for (let node = 1; node < into.length; node++) {
      into[node] = this.#paths.child(into[parent[node] ?? 0] ?? 0, texts.index(name[node] ?? 0));
    }
    return into;
  }

  #locate({ files, file, lineFrom, lineTo }: CallTree, into: Uint32Array): void {
    const texts = this.#files;
    texts.begin(files);
    for (let node = 0; node < into.length; node++) {
      const own = file[node] ?? NONE;
      const from = lineFrom[node] ?? 0;
      if (own === NONE && from === 0) continue;
      const index = own === NONE ? NONE : texts.index(own);
      addLocation(this.#paths.places, into[node] ?? 0, texts.strings, index, from, lineTo[node] ?? 0);
    }
  }
}

/**
 * Texts of many tables in one, in order of their first use, whatever their order in tables that trees share. Of one table
 * each text is looked up once, also where texts are added to it from tree to tree.
 */
class UnitedTable {
  readonly #texts = new StringTable();
  #table: readonly string[] = [];
  /** Place in the table under way → index here + 1, 0 when not yet used. */
  #indexes = new Uint32Array(0);

  get strings(): string[] {
    return this.#texts.strings;
  }

  add(text: string): void {
    this.#texts.index(text);
  }

  /** `index` is of this table from now on. */
  begin(table: readonly string[]): void {
    if (table !== this.#table) this.#indexes.fill(0);
    this.#table = table;
    this.#indexes = ensureCapacity(this.#indexes, table.length);
  }

  index(place: number): number {
    const known = this.#indexes[place] ?? 0;
    if (known > 0) return known - 1;
    const index = this.#texts.index(this.#table[place] ?? '');
    this.#indexes[place] = index + 1;
    return index;
  }
}

function inDepthFirstOrder(
  paths: Paths,
  names: string[],
  files: string[],
  states: string[],
  counts: readonly SampleColumn[],
): CallTree {
  const { size } = paths;
  const source = new Uint32Array(size);
  const parent = new Uint32Array(size);
  const depth = new Uint32Array(size);
  const end = new Uint32Array(size);
  const open: { node: number; next: number }[] = [{ node: 0, next: paths.firstChild[0] ?? NONE }];
  let last = 0;
  for (let top = open[0]; top; top = open[open.length - 1]) {
    if (top.next === NONE) {
      end[top.node] = last + 1;
      open.pop();
      continue;
    }
    const from = top.next;
    top.next = paths.nextSibling[from] ?? NONE;
    last += 1;
    source[last] = from;
    parent[last] = top.node;
    depth[last] = open.length;
    open.push({ node: last, next: paths.firstChild[from] ?? NONE });
  }
  const self = counts.map((column) => pick(column, source));
  return {
    names,
    files,
    name: gather(indexColumn(size, names.length - 1), source, paths.name),
    parent,
    depth: narrowed(depth, new Uint16Array(size)),
    end,
    ...pickLocations(narrowLocations(paths.places), source),
    states,
    self,
    total: self.map((column) => sumSubtrees(parent, column)),
  };
}

/** Frames by their path, in order of first appearance. Node 0 is the root. */
class Paths {
  size = 1;
  readonly #pairs = new PairTable();
  /** Node → another node, NONE when there is none. */
  firstChild = new Int32Array(INITIAL_CAPACITY).fill(NONE);
  nextSibling = new Int32Array(INITIAL_CAPACITY).fill(NONE);
  #lastChild = new Int32Array(INITIAL_CAPACITY).fill(NONE);
  places = emptyLocations(INITIAL_CAPACITY);

  constructor() {
    // No frame has this parent, so that the pair of the root is no child's.
    this.#pairs.id(NO_PARENT, 0);
  }

  /** Node → name; only the first `size` are set. */
  get name(): Uint32Array {
    return this.#pairs.second;
  }

  child(parent: number, name: number): number {
    const node = this.#pairs.id(parent, name);
    if (node === this.size) this.#append(node, parent);
    return node;
  }

  #append(node: number, parent: number): void {
    if (node === this.nextSibling.length) this.#grow();
    this.size += 1;
    const previous = this.#lastChild[parent] ?? NONE;
    if (previous === NONE) this.firstChild[parent] = node;
    else this.nextSibling[previous] = node;
    this.#lastChild[parent] = node;
  }

  #grow(): void {
    const capacity = this.size * 2;
    this.firstChild = ensureCapacity(this.firstChild, capacity, NONE);
    this.nextSibling = ensureCapacity(this.nextSibling, capacity, NONE);
    this.#lastChild = ensureCapacity(this.#lastChild, capacity, NONE);
    this.places = ensureLocationCapacity(this.places, capacity);
  }
}
