import { atLeast } from '../../tree/columns';

const INITIAL_SIZE = 512;

/** Distinct pairs of integers from 0 to 2^32-1. Ids count up in order of first appearance. */
export class PairTable {
  size = 0;
  /** Id → first and second number of the pair. */
  first = new Uint32Array(INITIAL_SIZE);
  second = new Uint32Array(INITIAL_SIZE);
  /** Slot → id + 1, 0 when free. A power of two long, at least twice as long as the columns. */
  #slots = new Uint32Array(2 * INITIAL_SIZE);

  id(first: number, second: number): number {
    let slot = this.#slotOf(first, second);
    for (let found = this.#slots[slot] ?? 0; found !== 0; found = this.#slots[slot] ?? 0) {
      if (this.first[found - 1] === first && this.second[found - 1] === second) return found - 1;
      slot = (slot + 1) & (this.#slots.length - 1);
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

  #slotOf(first: number, second: number): number {
    let hash = Math.imul(first, 0x9e3779b1) ^ Math.imul(second + 1, 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 15), 0xc2b2ae35);
    return (hash ^ (hash >>> 13)) & (this.#slots.length - 1);
  }

  #grow(): void {
    this.first = atLeast(this.first, this.size * 2);
    this.second = atLeast(this.second, this.size * 2);
    this.#slots = new Uint32Array(this.#slots.length * 2);
    for (let id = 0; id < this.size; id++) {
      let slot = this.#slotOf(this.first[id] ?? 0, this.second[id] ?? 0);
      while (this.#slots[slot]) slot = (slot + 1) & (this.#slots.length - 1);
      this.#slots[slot] = id + 1;
    }
  }
}
