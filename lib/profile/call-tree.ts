import { atLeast } from './columns';
import { type DecodeLimits, UNLIMITED } from './decode-limits';
import { narrowPlaces } from './frame-place';
import { type SampleColumn, withSamples } from './sample-column';
import { tooMany } from './undecodable';

/**
 * A profile's call tree in columns. Nodes stand in depth-first order, node 0 is the nameless root; the
 * subtree of node n is n … end[n]-1, so every algorithm is a linear pass over typed arrays.
 */
export type CallTree = {
  /** String table of frame names; the root's is ''. */
  names: string[];
  /** String table of source files. */
  files: string[];
  /** Node → index in names. */
  name: Uint32Array;
  /** Node → parent node; the root is its own parent. */
  parent: Uint32Array;
  /** Node → depth; the root is 0, the first frame of a stack 1. */
  depth: Uint32Array;
  /** Node → one past the last node of its subtree. */
  end: Uint32Array;
  /** Node → index in files, or -1. */
  file: Int16Array | Int32Array;
  /** Node → first and last source line, 0 when unknown. */
  lineFrom: Uint16Array | Uint32Array;
  lineTo: Uint16Array | Uint32Array;
  /** Thread states (RUNNABLE, WALL_TIME …), as the agent called them, in order of first appearance. */
  states: string[];
  /** For each state: node → self samples. */
  self: SampleColumn[];
  /** For each state: node → total samples, self of the whole subtree. */
  total: SampleColumn[];
};

/** A profile as AWS answered it: its tree and what its envelope says. */
export type Profile = {
  tree: CallTree;
  /** Epoch milliseconds, when the payload says so. */
  start?: number;
  end?: number;
  /** Samples per second by thread state, where the agent reported them. */
  sampleWeights: Record<string, number>;
};

const ROOT = 0;
const FEW = 64;

/**
 * Builds a call tree frame by frame, depth-first: `open` a frame, say what is known of it, `close` it. All
 * but `open` speak of the innermost open frame, before or after its children; the root is open from the start.
 */
export class CallTreeBuilder {
  readonly #names = new StringTable();
  readonly #files = new StringTable();
  readonly #states = new StringTable();
  #size = 0;
  #name = new Uint32Array(FEW);
  #parent = new Uint32Array(FEW);
  #depth = new Uint32Array(FEW);
  #end = new Uint32Array(FEW);
  #file = new Int32Array(FEW).fill(-1);
  #lineFrom = new Uint32Array(FEW);
  #lineTo = new Uint32Array(FEW);
  /** For each state: node → self samples, as far as some were counted. */
  readonly #self: SampleColumn[] = [];
  #current = ROOT;
  #characters = 0;

  /** Throws UndecodableProfile when there is more than the limits say; the root is no frame. */
  constructor(readonly limits: Pick<DecodeLimits, 'frames' | 'states' | 'characters'> = UNLIMITED) {
    this.open('');
  }

  open(name: string): void {
    this.openNamed(this.#names.index(name));
  }

  /** The index of a name, for `openNamed`. */
  nameIndex(name: string): number {
    return this.#names.index(name);
  }

  /** The index of a file, for `inFileOf`. */
  fileIndex(file: string): number {
    return this.#files.index(file);
  }

  stateIndex(state: string): number {
    const index = this.#states.index(state);
    if (index >= this.limits.states) throw tooMany('states', this.limits.states);
    this.#self[index] ??= new Uint32Array(0);
    return index;
  }

  openNamed(name: number): void {
    const node = this.#size;
    if (node > this.limits.frames) throw tooMany('frames', this.limits.frames);
    this.#spell(this.#names, name);
    if (node === this.#name.length) this.#grow();
    this.#size = node + 1;
    this.#name[node] = name;
    this.#parent[node] = this.#current;
    this.#depth[node] = node === ROOT ? 0 : (this.#depth[this.#current] ?? 0) + 1;
    this.#current = node;
  }

  #grow(): void {
    const size = this.#size + 1;
    this.#name = atLeast(this.#name, size);
    this.#parent = atLeast(this.#parent, size);
    this.#depth = atLeast(this.#depth, size);
    this.#end = atLeast(this.#end, size);
    this.#file = atLeast(this.#file, size, -1);
    this.#lineFrom = atLeast(this.#lineFrom, size);
    this.#lineTo = atLeast(this.#lineTo, size);
  }

  rename(name: string): void {
    this.renameTo(this.#names.index(name));
  }

  renameTo(name: number): void {
    this.#spell(this.#names, name);
    this.#name[this.#current] = name;
  }

  inFile(file: string): void {
    this.inFileOf(this.#files.index(file));
  }

  inFileOf(file: number): void {
    this.#spell(this.#files, file);
    this.#file[this.#current] = file;
  }

  atLines(from: number, to: number): void {
    this.#lineFrom[this.#current] = from;
    this.#lineTo[this.#current] = to;
  }

  /** Adds self samples. A state is kept once it was named, even with none. */
  count(state: string, samples: number): void {
    this.countOf(this.stateIndex(state), samples);
  }

  countOf(state: number, samples: number): void {
    const node = this.#current;
    const column = atLeast(this.#self[state] ?? new Uint32Array(0), node + 1);
    this.#self[state] = withSamples(column, node, (column[node] ?? 0) + samples);
  }

  close(): void {
    this.#end[this.#current] = this.#size;
    this.#current = this.#parent[this.#current] ?? ROOT;
  }

  #spell(texts: StringTable, index: number): void {
    if (this.limits.characters === Infinity) return;
    this.#characters += texts.strings[index]?.length ?? 0;
    if (this.#characters > this.limits.characters) throw tooMany('characters', this.limits.characters);
  }

  finish(): CallTree {
    while (this.#current !== ROOT) this.close();
    this.close();
    const size = this.#size;
    const parent = this.#parent.slice(0, size);
    const self = this.#self.map((column) => atLeast(column, size).slice(0, size));
    return {
      names: this.#names.strings,
      files: this.#files.strings,
      name: this.#name.slice(0, size),
      parent,
      depth: this.#depth.slice(0, size),
      end: this.#end.slice(0, size),
      ...narrowPlaces({
        file: this.#file.slice(0, size),
        lineFrom: this.#lineFrom.slice(0, size),
        lineTo: this.#lineTo.slice(0, size),
      }),
      states: this.#states.strings,
      self,
      total: self.map((column) => sumSubtrees(parent, column)),
    };
  }
}

/** Strings in order of first appearance, each once. */
export class StringTable {
  readonly strings: string[] = [];
  readonly #indexes = new Map<string, number>();

  index(text: string): number {
    const known = this.#indexes.get(text);
    if (known !== undefined) return known;
    this.#indexes.set(text, this.strings.length);
    return this.strings.push(text) - 1;
  }
}

/** Whether two frames of one name have the same parent. */
export function hasRepeatedSiblings({ names, name, end }: CallTree): boolean {
  /** Name → one past the parent that a child of it was last seen of. */
  const seenBelow = new Uint32Array(names.length);
  for (let parent = 0; parent < name.length; parent++) {
    const past = end[parent] ?? 0;
    for (let child = parent + 1; child < past; child = end[child] ?? past) {
      const own = name[child] ?? 0;
      if (seenBelow[own] === parent + 1) return true;
      seenBelow[own] = parent + 1;
    }
  }
  return false;
}

/** Totals of a column of self samples: every parent stands before its children, so one reverse pass does it. */
export function sumSubtrees(parent: Uint32Array, self: SampleColumn): SampleColumn {
  let total: SampleColumn = self.slice();
  for (let node = parent.length - 1; node > ROOT; node--) {
    const above = parent[node] ?? ROOT;
    total = withSamples(total, above, (total[above] ?? 0) + (total[node] ?? 0));
  }
  return total;
}
