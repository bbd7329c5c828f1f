import type { CallTree } from '../tree/call-tree';
import { atLeast, indexColumn, narrowed } from '../tree/columns';
import { narrowPlaces, pickPlaces } from '../tree/frame-place';
import { gather, pick } from '../tree/keep-nodes';
import { type SampleColumn, withSamples } from '../tree/sample-column';
import { StringTable } from '../tree/string-table';
import { sumSubtrees } from '../tree/sum-subtrees';

const NONE = -1;
const FEW = 512;

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
      let merged: SampleColumn = atLeast(this.#counts[state] ?? new Uint32Array(0), this.#paths.size);
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
      this.#paths.locate(into[node] ?? 0, index, texts.strings, from, lineTo[node] ?? 0);
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
    this.#indexes = atLeast(this.#indexes, table.length);
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
    ...pickPlaces(narrowPlaces(paths), source),
    states,
    self,
    total: self.map((column) => sumSubtrees(parent, column)),
  };
}

/** Frames by their path, in order of first appearance; children are found by an open-addressing table. */
class Paths {
  size = 1;
  name = new Uint32Array(FEW);
  parent = new Uint32Array(FEW);
  /** Node → another node, NONE when there is none. */
  firstChild = new Int32Array(FEW).fill(NONE);
  nextSibling = new Int32Array(FEW).fill(NONE);
  lastChild = new Int32Array(FEW).fill(NONE);
  file = new Int32Array(FEW).fill(NONE);
  lineFrom = new Uint32Array(FEW);
  lineTo = new Uint32Array(FEW);
  /** Slot → node + 1, 0 when free. The size is a power of two, at least double that of the columns. */
  #slots = new Uint32Array(2 * FEW);

  child(parent: number, name: number): number {
    let slot = this.#slot(parent, name);
    for (let found = this.#slots[slot] ?? 0; found !== 0; found = this.#slots[slot] ?? 0) {
      if (this.parent[found - 1] === parent && this.name[found - 1] === name) return found - 1;
      slot = (slot + 1) & (this.#slots.length - 1);
    }
    if (this.size === this.name.length) {
      this.#grow();
      return this.child(parent, name);
    }
    const node = this.size++;
    this.name[node] = name;
    this.parent[node] = parent;
    const before = this.lastChild[parent] ?? NONE;
    if (before === NONE) this.firstChild[parent] = node;
    else this.nextSibling[before] = node;
    this.lastChild[parent] = node;
    this.#slots[slot] = node + 1;
    return node;
  }

  locate(node: number, file: number, files: string[], from: number, to: number): void {
    const known = this.file[node] ?? NONE;
    const located = known !== NONE || (this.lineFrom[node] ?? 0) > 0;
    if (located && known !== file) {
      const keep = known !== NONE && (file === NONE || (files[known] ?? '') < (files[file] ?? ''));
      if (keep) return;
    }
    const same = located && known === file;
    this.file[node] = file;
    this.lineFrom[node] = same ? earliest(this.lineFrom[node] ?? 0, from) : from;
    this.lineTo[node] = same ? Math.max(this.lineTo[node] ?? 0, to) : to;
  }

  #slot(parent: number, name: number): number {
    let h = Math.imul(parent, 0x9e3779b1) ^ Math.imul(name + 1, 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 15), 0xc2b2ae35);
    return (h ^ (h >>> 13)) & (this.#slots.length - 1);
  }

  #grow(): void {
    const size = this.size * 2;
    this.name = atLeast(this.name, size);
    this.parent = atLeast(this.parent, size);
    this.firstChild = atLeast(this.firstChild, size, NONE);
    this.nextSibling = atLeast(this.nextSibling, size, NONE);
    this.lastChild = atLeast(this.lastChild, size, NONE);
    this.file = atLeast(this.file, size, NONE);
    this.lineFrom = atLeast(this.lineFrom, size);
    this.lineTo = atLeast(this.lineTo, size);
    this.#slots = new Uint32Array(this.#slots.length * 2);
    for (let node = 1; node < this.size; node++) {
      let slot = this.#slot(this.parent[node] ?? 0, this.name[node] ?? 0);
      while (this.#slots[slot]) slot = (slot + 1) & (this.#slots.length - 1);
      this.#slots[slot] = node + 1;
    }
  }
}

/** The smaller line, where 0 means unknown. */
function earliest(a: number, b: number): number {
  return a === 0 || b === 0 ? a + b : Math.min(a, b);
}
