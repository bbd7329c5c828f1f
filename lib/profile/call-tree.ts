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

  /** Throws UndecodableProfile when there are more than `mostFrames`, beside the root. */
  constructor(readonly mostFrames = Infinity) {
    this.open('');
  }

  open(name: string): void {
    const node = this.#name.length;
    if (node > this.mostFrames) throw tooMany('frames', this.mostFrames);
    this.#name.push(this.#names.index(name));
    this.#parent.push(this.#current);
    this.#depth.push(node === ROOT ? 0 : (this.#depth[this.#current] ?? 0) + 1);
    this.#end.push(node + 1);
    this.#file.push(-1);
    this.#lineFrom.push(0);
    this.#lineTo.push(0);
    this.#current = node;
  }

  rename(name: string): void {
    this.#name[this.#current] = this.#names.index(name);
  }

  inFile(file: string): void {
    this.#file[this.#current] = this.#files.index(file);
  }

  atLines(from: number, to: number): void {
    this.#lineFrom[this.#current] = from;
    this.#lineTo[this.#current] = to;
  }

  /** Adds self samples. A state is kept once it was named, even with none. */
  count(state: string, samples: number): void {
    const index = this.#states.index(state);
    const counts = this.#counts[index] ?? { nodes: [], samples: [] };
    this.#counts[index] = counts;
    counts.nodes.push(this.#current);
    counts.samples.push(samples);
  }

  close(): void {
    this.#end[this.#current] = this.#name.length;
    this.#current = this.#parent[this.#current] ?? ROOT;
  }

  finish(): CallTree {
    while (this.#current !== ROOT) this.close();
    this.close();
    const parent = Uint32Array.from(this.#parent);
    const self = this.#counts.map(({ nodes, samples }) => {
      const column = new Float64Array(parent.length);
      for (const [i, node] of nodes.entries()) column[node] = (column[node] ?? 0) + (samples[i] ?? 0);
      return column;
    });
    return {
      names: this.#names.strings,
      files: this.#files.strings,
      name: Uint32Array.from(this.#name),
      parent,
      depth: Uint32Array.from(this.#depth),
      end: Uint32Array.from(this.#end),
      file: Int32Array.from(this.#file),
      lineFrom: Uint32Array.from(this.#lineFrom),
      lineTo: Uint32Array.from(this.#lineTo),
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

/** Totals of a column of self samples: every parent stands before its children, so one reverse pass does it. */
export function sumSubtrees(parent: Uint32Array, self: Float64Array): Float64Array {
  const total = Float64Array.from(self);
  for (let node = parent.length - 1; node > ROOT; node--) {
    const above = parent[node] ?? ROOT;
    total[above] = (total[above] ?? 0) + (total[node] ?? 0);
  }
  return total;
}
