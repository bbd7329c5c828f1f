import { ensureCapacity } from './columns';

const INITIAL_CAPACITY = 512;

/** Numbers the distinct pairs of 32-bit unsigned integers from 0 in order of first appearance, by open addressing. */
export class PairTable {
  size = 0;
  /** Id → the two numbers of its pair; only the first `size` are set. */
  first: Uint32Array;
  second: Uint32Array;
  /** Slot → id + 1, 0 when free. The length is a power of two, at least twice the capacity of the columns. */
  #slots: Uint32Array;

  constructor(capacity = INITIAL_CAPACITY) {
    this.first = new Uint32Array(capacity);
    this.second = new Uint32Array(capacity);
    this.#slots = new Uint32Array(2 ** Math.ceil(Math.log2(2 * Math.max(capacity, 1))));
  }

  /** Returns the id of a pair, the next free one for a new pair. */
  id(first: number, second: number): number {
    const mask = this.#slots.length - 1;
    let slot = hashOf(first, second) & mask;
    for (let found = this.#slots[slot] ?? 0; found !== 0; found = this.#slots[slot] ?? 0) {
      if (this.first[found - 1] === first && this.second[found - 1] === second) return found - 1;
      slot = (slot + 1) & mask;
    }
    if (this.size === this.first.length) {
      this.#grow();
      return this.id(first, second);
    }
    const id = this.size++;
    this.first[id] = first;
    this.second[id] = second;
    this.#slots[slot] = id + 1;
    return id;
  }

  #grow(): void {
    this.first = ensureCapacity(this.first, this.size * 2 + 1);
    this.second = ensureCapacity(this.second, this.size * 2 + 1);
    const slots = new Uint32Array(this.#slots.length * 2);
    const mask = slots.length - 1;
    for (let id = 0; id < this.size; id++) {
      let slot = hashOf(this.first[id] ?? 0, this.second[id] ?? 0) & mask;
      while (slots[slot]) slot = (slot + 1) & mask;
      slots[slot] = id + 1;
    }
    this.#slots = slots;
  }
}

function hashOf(first: number, second: number): number {
  const mixed = Math.imul(first, 0x9e3779b1) ^ Math.imul(second + 1, 0x85ebca6b);
  const hash = Math.imul(mixed ^ (mixed >>> 15), 0xc2b2ae35);
  return hash ^ (hash >>> 13);
}
