import type { CallTreeBuilder } from './call-tree';

/** A builder's indexes of texts that a reader knows by a number of its own, so that each text is looked up once. */
export class BuilderIndexes {
  readonly #names: number[] = [];
  readonly #files: number[] = [];
  readonly #states: number[] = [];

  constructor(
    readonly builder: CallTreeBuilder,
    readonly textOf: (id: number) => string,
  ) {}

  open(id: number): void {
    this.#names[id] ??= this.builder.nameIndex(this.textOf(id));
    this.builder.openNamed(this.#names[id]);
  }

  inFile(id: number): void {
    this.#files[id] ??= this.builder.fileIndex(this.textOf(id));
    this.builder.inFileOf(this.#files[id]);
  }

  count(id: number, samples: number): void {
    this.#states[id] ??= this.builder.stateIndex(this.textOf(id));
    this.builder.countOf(this.#states[id], samples);
  }
}
