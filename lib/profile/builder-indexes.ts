import type { CallTreeBuilder } from './call-tree';

/** A builder's indexes of texts that a reader knows by ids of its own, different ones for different texts. */
export class BuilderIndexes {
  readonly #names: number[] = [];
  readonly #files: number[] = [];
  readonly #states: number[] = [];

  constructor(
    readonly builder: CallTreeBuilder,
    readonly textOf: (id: number) => string,
  ) {}

  open(id: number): void {
    this.builder.openNamed(this.#name(id));
  }

  rename(id: number): void {
    this.builder.renameTo(this.#name(id));
  }

  inFile(id: number): void {
    this.#files[id] ??= this.builder.newFile(this.textOf(id));
    this.builder.inFileOf(this.#files[id]);
  }

  count(id: number, samples: number): void {
    this.#states[id] ??= this.builder.stateIndex(this.textOf(id));
    this.builder.countOf(this.#states[id], samples);
  }

  #name(id: number): number {
    this.#names[id] ??= this.builder.newName(this.textOf(id));
    return this.#names[id];
  }
}
