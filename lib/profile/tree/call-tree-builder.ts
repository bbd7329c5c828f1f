import type { CallTree } from './call-tree';
import { ensureCapacity, type IndexColumn, resized, widenedFor } from './columns';
import { type DecodeLimits, UNLIMITED } from './decode-limits';
import { type SampleColumn, withSamples } from './sample-column';
import { StringTable } from './string-table';
import { summed, totalsOnDemand } from './totals-on-demand';
import { tooMany } from './undecodable';

const ROOT = 0;
const NONE = -1;
const INITIAL_CAPACITY = 64;

/** From this many nodes on, their final number is predicted from the progress, with some headroom. */
const MIN_NODES_TO_PREDICT = 4096;
const HEADROOM = 1.03;
const MIN_GROWTH = 1.1;
/** A wrong prediction up to this size wastes little memory. */
const MAX_PREDICTED_NODES = 4_000_000;
/** Columns of these states are allocated at full capacity, others as they fill. */
const MAX_PREALLOCATED_STATES = 16;

/**
 * Builds a call tree depth-first: `open` a frame, describe it, `close` it. All methods but `open` apply to the innermost
 * open frame, before or after its children; the root is open from the start. Columns are widened when a number doesn't fit.
 */
export class CallTreeBuilder {
  readonly #names = new StringTable();
  readonly #files = new StringTable();
  readonly #states = new StringTable();
  #size = 0;
  /** Number of nodes that fit into the columns. */
  #capacity = INITIAL_CAPACITY;
  #name: IndexColumn = new Uint16Array(INITIAL_CAPACITY);
  #parent = new Uint32Array(INITIAL_CAPACITY);
  #depth: IndexColumn = new Uint16Array(INITIAL_CAPACITY);
  #end = new Uint32Array(INITIAL_CAPACITY);
  #file: Int16Array | Int32Array = new Int16Array(INITIAL_CAPACITY);
  #lineFrom: IndexColumn = new Uint16Array(INITIAL_CAPACITY);
  #lineTo: IndexColumn = new Uint16Array(INITIAL_CAPACITY);
  /** For each state: node → self samples, up to the last node that has some. */
  readonly #self: SampleColumn[] = [];
  #current = ROOT;
  #characters = 0;
  readonly #initialProgress: number;

  /**
   * Exceeding a limit throws UndecodableProfile; the root doesn't count as a frame. `progress` returns the share of the
   * input that was read, from 0 to 1, to allocate the columns at about their final size.
   */
  constructor(
    readonly limits: Pick<DecodeLimits, 'frames' | 'states' | 'characters'> = UNLIMITED,
    readonly progress: () => number = () => 0,
  ) {
    this.#initialProgress = progress();
    this.#open(ROOT, this.#names.index(''), 0);
  }

  open(name: string): void {
    this.openByIndex(this.nameIndex(name));
  }

  /** Index of a name, for `openByIndex` and `renameByIndex`. */
  nameIndex(name: string): number {
    const index = this.#names.index(name);
    this.#name = widenedFor(this.#name, index);
    return index;
  }

  /** Index of a file, for `inFileByIndex`. */
  fileIndex(file: string): number {
    const index = this.#files.index(file);
    if (index > 0x7fff && this.#file instanceof Int16Array) this.#file = new Int32Array(this.#file);
    return index;
  }

  /** Index of a thread state, for `countByIndex`. */
  stateIndex(state: string): number {
    const index = this.#states.index(state);
    if (index >= this.limits.states) throw tooMany('states', this.limits.states);
    this.#self[index] ??= new Uint32Array(0);
    return index;
  }

  openByIndex(name: number): void {
    if (this.#size > this.limits.frames) throw tooMany('frames', this.limits.frames);
    this.#countCharacters(this.#names, name);
    this.#open(this.#size, name, (this.#depth[this.#current] ?? 0) + 1);
  }

  #open(node: number, name: number, depth: number): void {
    if (node === this.#capacity) this.#grow();
    if (depth > 0xffff) this.#depth = widenedFor(this.#depth, depth);
    this.#size = node + 1;
    this.#name[node] = name;
    this.#parent[node] = this.#current;
    this.#depth[node] = depth;
    this.#file[node] = NONE;
    this.#current = node;
  }

  #grow(): void {
    this.#capacity = this.#predictedSize();
    this.#name = ensureCapacity(this.#name, this.#capacity);
    this.#parent = ensureCapacity(this.#parent, this.#capacity);
    this.#depth = ensureCapacity(this.#depth, this.#capacity);
    this.#end = ensureCapacity(this.#end, this.#capacity);
    this.#file = ensureCapacity(this.#file, this.#capacity);
    this.#lineFrom = ensureCapacity(this.#lineFrom, this.#capacity);
    this.#lineTo = ensureCapacity(this.#lineTo, this.#capacity);
  }

  /** The final number of nodes if they keep coming at the same rate, plus headroom; else twice the current number. */
  #predictedSize(): number {
    const share = (this.progress() - this.#initialProgress) / (1 - this.#initialProgress);
    if (this.#size < MIN_NODES_TO_PREDICT || !(share > 0)) return 2 * this.#size;
    const predicted = Math.ceil(this.#size * Math.max(MIN_GROWTH, HEADROOM / share));
    return predicted <= MAX_PREDICTED_NODES ? Math.min(predicted, this.limits.frames + 1) : 2 * this.#size;
  }

  rename(name: string): void {
    this.renameByIndex(this.nameIndex(name));
  }

  renameByIndex(name: number): void {
    this.#countCharacters(this.#names, name);
    this.#name[this.#current] = name;
  }

  inFile(file: string): void {
    this.inFileByIndex(this.fileIndex(file));
  }

  inFileByIndex(file: number): void {
    this.#countCharacters(this.#files, file);
    this.#file[this.#current] = file;
  }

  atLines(from: number, to: number): void {
    if (from > 0xffff) this.#lineFrom = widenedFor(this.#lineFrom, from);
    if (to > 0xffff) this.#lineTo = widenedFor(this.#lineTo, to);
    this.#lineFrom[this.#current] = from;
    this.#lineTo[this.#current] = to;
  }

  /** Adds self samples. A state stays in the tree even if all its counts are zero. */
  count(state: string, samples: number): void {
    this.countByIndex(this.stateIndex(state), samples);
  }

  countByIndex(state: number, samples: number): void {
    const node = this.#current;
    let column = this.#self[state];
    if (column === undefined || node >= column.length) column = this.#extended(state);
    const sum = (column[node] ?? 0) + samples;
    column[node] = sum;
    if (column[node] !== sum) this.#self[state] = withSamples(column, node, sum);
  }

  #extended(state: number): SampleColumn {
    const capacity = state < MAX_PREALLOCATED_STATES ? this.#capacity : this.#current + 1;
    const column = ensureCapacity(this.#self[state] ?? new Uint32Array(0), capacity);
    this.#self[state] = column;
    return column;
  }

  close(): void {
    this.#end[this.#current] = this.#size;
    this.#current = this.#parent[this.#current] ?? ROOT;
  }

  #countCharacters(texts: StringTable, index: number): void {
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
      total: totalsOnDemand(parent, self.map(summed)),
    };
  }
}
