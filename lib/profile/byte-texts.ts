/** Differs in each process, so that nobody can prepare texts that all fall into one slot. */
const SEED = Math.floor(Math.random() * 0xffffffff);

/**
 * The different texts of a buffer, found by their bytes, so that each is made a string once. An id is the place
 * in order of first appearance.
 */
export class ByteTexts {
  readonly texts: string[] = [];
  readonly #start: number[] = [];
  readonly #length: number[] = [];
  readonly #hash: number[] = [];
  /** Slot → id + 1, 0 when free. The size is a power of two. */
  #slots = new Int32Array(256);

  constructor(
    readonly bytes: Uint8Array,
    /** Makes the string of a span of the buffer that wasn't met before. */
    readonly textOf: (start: number, end: number) => string,
  ) {}

  /** The id of the text in a span of the buffer. */
  id(start: number, end: number): number {
    const hash = this.#hashOf(start, end);
    const length = end - start;
    let slot = this.#slot(hash);
    for (let found = this.#slots[slot] ?? 0; found !== 0; found = this.#slots[slot] ?? 0) {
      const id = found - 1;
      const mayBe = this.#hash[id] === hash && this.#length[id] === length;
      if (mayBe && this.#equal(this.#start[id] ?? 0, start, length)) return id;
      slot = (slot + 1) & (this.#slots.length - 1);
    }
    const id = this.texts.push(this.textOf(start, end)) - 1;
    this.#start.push(start);
    this.#length.push(length);
    this.#hash.push(hash);
    this.#slots[slot] = id + 1;
    if (this.texts.length * 2 > this.#slots.length) this.#grow();
    return id;
  }

  /** Of four bytes at a time. */
  #hashOf(start: number, end: number): number {
    const { bytes } = this;
    let hash = SEED ^ (end - start);
    let at = start;
    for (; at + 4 <= end; at += 4) {
      const four =
        (bytes[at] ?? 0) |
        ((bytes[at + 1] ?? 0) << 8) |
        ((bytes[at + 2] ?? 0) << 16) |
        ((bytes[at + 3] ?? 0) << 24);
      hash = Math.imul(hash ^ four, 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    for (; at < end; at++) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x85ebca6b);
    return hash ^ (hash >>> 16);
  }

  #equal(a: number, b: number, length: number): boolean {
    for (let i = 0; i < length; i++) if (this.bytes[a + i] !== this.bytes[b + i]) return false;
    return true;
  }

  #slot(hash: number): number {
    return hash & (this.#slots.length - 1);
  }

  #grow(): void {
    this.#slots = new Int32Array(this.#slots.length * 2);
    for (let id = 0; id < this.texts.length; id++) {
      let slot = this.#slot(this.#hash[id] ?? 0);
      while (this.#slots[slot]) slot = (slot + 1) & (this.#slots.length - 1);
      this.#slots[slot] = id + 1;
    }
  }
}
