import type { CallTree } from './call-tree';
import { ensureCapacity, type IndexColumn, resized, widenedFor } from './columns';
import { type DecodeLimits, UNLIMITED } from './decode-limits';
import { type SampleColumn, withSamples } from './sample-column';
import { StringTable } from './string-table';
import { sumSubtrees } from './sum-subtrees';
import { tooMany } from './undecodable';

const ROOT = 0;
const NONE = -1;
const FEW = 64;

/** From so many nodes on their number is foretold, with a reserve, up to a number that costs little where it is wrong. */
const MANY = 4096;
const RESERVE = 1.03;
const LEAST_TIMES = 1.1;
const MOST_FORETOLD = 4_000_000;
/** And room made for so many states. */
const FEW_STATES = 16;

/**
 * Builds a call tree frame by frame, depth-first: `open` a frame, say what is known of it, `close` it. All
 * but `open` speak of the innermost open frame, before or after its children; the root is open from the start.
 * Columns are narrow until a number doesn't fit.
 */
export class CallTreeBuilder {
  readonly #names = new StringTable();
  readonly #files = new StringTable();
  readonly #states = new StringTable();
  #size = 0;
  /** So many nodes have room. */
  #room = FEW;
  #name: IndexColumn = new Uint16Array(FEW);
  #parent = new Uint32Array(FEW);
  #depth: IndexColumn = new Uint16Array(FEW);
  #end = new Uint32Array(FEW);
  #file: Int16Array | Int32Array = new Int16Array(FEW);
  #lineFrom: IndexColumn = new Uint16Array(FEW);
  #lineTo: IndexColumn = new Uint16Array(FEW);
  /** For each state: node → self samples, as far as some were counted. */
  readonly #self: SampleColumn[] = [];
  #current = ROOT;
  #characters = 0;
  readonly #readBefore: number;

  /**
   * Throws UndecodableProfile when there is more than the limits say; the root is no frame. `readShare` says how much of
   * what is read was read, from 0 to 1, so that room is made at once for what is to come.
   */
  constructor(
    readonly limits: Pick<DecodeLimits, 'frames' | 'states' | 'characters'> = UNLIMITED,
    readonly readShare: () => number = () => 0,
  ) {
    this.#readBefore = readShare();
    this.#open(ROOT, this.#names.index(''), 0);
  }

  open(name: string): void {
    this.openNamed(this.nameIndex(name));
  }

  /** The index of a name, for `openNamed`. */
  nameIndex(name: string): number {
    const index = this.#names.index(name);
    this.#name = widenedFor(this.#name, index);
    return index;
  }

  /** The index of a file, for `inFileOf`. */
  fileIndex(file: string): number {
    const index = this.#files.index(file);
    if (index > 0x7fff && this.#file instanceof Int16Array) this.#file = new Int32Array(this.#file);
    return index;
  }

  stateIndex(state: string): number {
    const index = this.#states.index(state);
    if (index >= this.limits.states) throw tooMany('states', this.limits.states);
    this.#self[index] ??= new Uint32Array(0);
    return index;
  }

  openNamed(name: number): void {
    if (this.#size > this.limits.frames) throw tooMany('frames', this.limits.frames);
    this.#spell(this.#names, name);
    this.#open(this.#size, name, (this.#depth[this.#current] ?? 0) + 1);
  }

  #open(node: number, name: number, depth: number): void {
    if (node === this.#room) this.#grow();
    if (depth > 0xffff) this.#depth = widenedFor(this.#depth, depth);
    this.#size = node + 1;
    this.#name[node] = name;
    this.#parent[node] = this.#current;
    this.#depth[node] = depth;
    this.#file[node] = NONE;
    this.#current = node;
  }

  #grow(): void {
    this.#room = this.#expected();
    this.#name = ensureCapacity(this.#name, this.#room);
    this.#parent = ensureCapacity(this.#parent, this.#room);
    this.#depth = ensureCapacity(this.#depth, this.#room);
    this.#end = ensureCapacity(this.#end, this.#room);
    this.#file = ensureCapacity(this.#file, this.#room);
    this.#lineFrom = ensureCapacity(this.#lineFrom, this.#room);
    this.#lineTo = ensureCapacity(this.#lineTo, this.#room);
  }

  /** How many nodes to make room for: some more than there will be if they go on as they began, or double. */
  #expected(): number {
    const share = (this.readShare() - this.#readBefore) / (1 - this.#readBefore);
    if (this.#size < MANY || !(share > 0)) return 2 * this.#size;
    const foretold = Math.ceil(this.#size * Math.max(LEAST_TIMES, RESERVE / share));
    return foretold <= MOST_FORETOLD ? Math.min(foretold, this.limits.frames + 1) : 2 * this.#size;
  }

  rename(name: string): void {
    this.renameTo(this.nameIndex(name));
  }

  renameTo(name: number): void {
    this.#spell(this.#names, name);
    this.#name[this.#current] = name;
  }

  inFile(file: string): void {
    this.inFileOf(this.fileIndex(file));
  }

  inFileOf(file: number): void {
    this.#spell(this.#files, file);
    this.#file[this.#current] = file;
  }

  atLines(from: number, to: number): void {
    if (from > 0xffff) this.#lineFrom = widenedFor(this.#lineFrom, from);
    if (to > 0xffff) this.#lineTo = widenedFor(this.#lineTo, to);
    this.#lineFrom[this.#current] = from;
    this.#lineTo[this.#current] = to;
  }

  /** Adds self samples. A state is kept once it was named, even with none. */
  count(state: string, samples: number): void {
    this.countOf(this.stateIndex(state), samples);
  }

  countOf(state: number, samples: number): void {
    const node = this.#current;
    let column = this.#self[state];
    if (column === undefined || node >= column.length) column = this.#roomFor(state);
    const sum = (column[node] ?? 0) + samples;
    column[node] = sum;
    if (column[node] !== sum) this.#self[state] = withSamples(column, node, sum);
  }

  #roomFor(state: number): SampleColumn {
    const room = state < FEW_STATES ? this.#room : this.#current + 1;
    const column = ensureCapacity(this.#self[state] ?? new Uint32Array(0), room);
    this.#self[state] = column;
    return column;
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
    const parent = resized(this.#parent, size);
    const self = this.#self.map((column) => resized(column, size));
    return {
      names: this.#names.strings,
      files: this.#files.strings,
      name: resized(this.#name, size),
      parent,
      depth: resized(this.#depth, size),
      end: resized(this.#end, size),
      file: resized(this.#file, size),
      lineFrom: resized(this.#lineFrom, size),
      lineTo: resized(this.#lineTo, size),
      states: this.#states.strings,
      self,
      total: self.map((column) => sumSubtrees(parent, column)),
    };
  }
}
