import type { CallTreeBuilder } from '../tree/call-tree-builder';
import { ensureCapacity } from '../tree/columns';
import type { FrameSink } from './value-reader';

const NONE = -1;

/** Feeds a CallTreeBuilder from a reader, mapping the reader's text ids to the builder's indexes. */
export class BuilderSink implements FrameSink {
  #names = new Int32Array();
  #files = new Int32Array();
  #states = new Int32Array();

  constructor(
    readonly builder: CallTreeBuilder,
    readonly textOf: (id: number) => string,
  ) {}

  open(id: number): void {
    this.builder.openByIndex(this.#name(id));
  }

  rename(id: number): void {
    this.builder.renameByIndex(this.#name(id));
  }

  inFile(id: number): void {
    if (id >= this.#files.length) this.#files = ensureCapacity(this.#files, id + 1, NONE);
    if (this.#files[id] === NONE) this.#files[id] = this.builder.fileIndex(this.textOf(id));
    this.builder.inFileByIndex(this.#files[id] ?? 0);
  }

  count(id: number, samples: number): void {
    if (id >= this.#states.length) this.#states = ensureCapacity(this.#states, id + 1, NONE);
    if (this.#states[id] === NONE) this.#states[id] = this.builder.stateIndex(this.textOf(id));
    this.builder.countByIndex(this.#states[id] ?? 0, samples);
  }

  atLines(from: number, to: number): void {
    this.builder.atLines(from, to);
  }

  close(): void {
    this.builder.close();
  }

  #name(id: number): number {
    if (id >= this.#names.length) this.#names = ensureCapacity(this.#names, id + 1, NONE);
    if (this.#names[id] === NONE) this.#names[id] = this.builder.nameIndex(this.textOf(id));
    return this.#names[id] ?? 0;
  }
}
