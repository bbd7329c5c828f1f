import { ensureCapacity } from '../tree/columns';
import { PairTable } from '../tree/pair-table';
import { emptyLocations, ensureLocationCapacity } from '../tree/source-locations';

const NONE = -1;
const NO_PARENT = 0xffffffff;
const INITIAL_CAPACITY = 512;

/** Frames by their path, in order of first appearance. Node 0 is the root. */
export class MergedPaths {
  size = 1;
  readonly #pairs = new PairTable();
  /** Node → another node, NONE when there is none. */
  firstChild = new Int32Array(INITIAL_CAPACITY).fill(NONE);
  nextSibling = new Int32Array(INITIAL_CAPACITY).fill(NONE);
  #lastChild = new Int32Array(INITIAL_CAPACITY).fill(NONE);
  locations = emptyLocations(INITIAL_CAPACITY);

  constructor() {
    // No frame has this parent, so no child can be mistaken for the root.
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
    this.locations = ensureLocationCapacity(this.locations, capacity);
  }
}
