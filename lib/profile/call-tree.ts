import { type DecodeLimits, UNLIMITED } from './decode-limits';
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
  file: Int32Array;
  /** Node → first and last source line, 0 when unknown. */
  lineFrom: Uint32Array;
  lineTo: Uint32Array;
  /** Thread states (RUNNABLE, WALL_TIME …), as the agent called them, in order of first appearance. */
  states: string[];
  /** For each state: node → self samples. */
  self: Float64Array[];
  /** For each state: node → total samples, self of the whole subtree. */
  total: Float64Array[];
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

/**
 * Builds a call tree frame by frame, depth-first: `open` a frame, say what is known of it, `close` it. All
 * but `open` speak of the innermost open frame, before or after its children; the root is open from the start.
 */
export class CallTreeBuilder {
  readonly #names = new StringTable();
  readonly #files = new StringTable();
  readonly #states = new StringTable();
  readonly #name: number[] = [];
  readonly #parent: number[] = [];
  readonly #depth: number[] = [];
  readonly #end: number[] = [];
  readonly #file: number[] = [];
  readonly #lineFrom: number[] = [];
  readonly #lineTo: number[] = [];
  readonly #counts: { nodes: number[]; samples: number[] }[] = [];
  #current = ROOT;
  #characters = 0;

  /** Throws UndecodableProfile when there is more than the limits say; the root is no frame. */
  constructor(readonly limits: Pick<DecodeLimits, 'frames' | 'states' | 'characters'> = UNLIMITED) {
    this.open('');
  }

  open(name: string): void {
    this.openNamed(this.#names.index(name));
  }

  /** The index of a name that was not given before, for `openNamed`: who knows that asks no table. */
  newName(name: string): number {
    return this.#names.add(name);
  }

  newFile(file: string): number {
    return this.#files.add(file);
  }

  stateIndex(state: string): number {
    const index = this.#states.index(state);
    if (index >= this.limits.states) throw tooMany('states', this.limits.states);
    this.#counts[index] ??= { nodes: [], samples: [] };
    return index;
  }

  openNamed(name: number): void {
    const node = this.#name.length;
    if (node > this.limits.frames) throw tooMany('frames', this.limits.frames);
    this.#spell(this.#names, name);
    this.#name.push(name);
    this.#parent.push(this.#current);
    this.#depth.push(node === ROOT ? 0 : (this.#depth[this.#current] ?? 0) + 1);
    this.#end.push(node + 1);
    this.#file.push(-1);
    this.#lineFrom.push(0);
    this.#lineTo.push(0);
    this.#current = node;
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
    const counts = this.#counts[state];
    counts?.nodes.push(this.#current);
    counts?.samples.push(samples);
  }

  close(): void {
    this.#end[this.#current] = this.#name.length;
    this.#current = this.#parent[this.#current] ?? ROOT;
  }

  #spell(texts: StringTable, index: number): void {
    this.#characters += texts.strings[index]?.length ?? 0;
    if (this.#characters > this.limits.characters) throw tooMany('characters', this.limits.characters);
  }

  finish(): CallTree {
    while (this.#current !== ROOT) this.close();
    this.close();
    const parent = new Uint32Array(this.#parent);
    const self = this.#counts.map(({ nodes, samples }) => {
      const column = new Float64Array(parent.length);
      for (let i = 0; i < nodes.length; i++) {
        const node = nodes[i] ?? ROOT;
        column[node] = (column[node] ?? 0) + (samples[i] ?? 0);
      }
      return column;
    });
    return {
      names: this.#names.strings,
      files: this.#files.strings,
      name: new Uint32Array(this.#name),
      parent,
      depth: new Uint32Array(this.#depth),
      end: new Uint32Array(this.#end),
      file: new Int32Array(this.#file),
      lineFrom: new Uint32Array(this.#lineFrom),
      lineTo: new Uint32Array(this.#lineTo),
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
    return this.add(text);
  }

  /** Adds a text that `index` is not to find. */
  add(text: string): number {
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
export function sumSubtrees(parent: Uint32Array, self: Float64Array): Float64Array {
  const total = Float64Array.from(self);
  for (let node = parent.length - 1; node > ROOT; node--) {
    const above = parent[node] ?? ROOT;
    total[above] = (total[above] ?? 0) + (total[node] ?? 0);
  }
  return total;
}
