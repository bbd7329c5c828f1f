/** Differs in each process, so that nobody can prepare texts that all fall into one slot. */
const SEED = Math.floor(Math.random() * 0xffffffff);

/**
 * Texts that are found by their bytes, so that each is made a string once however often it comes. An id is the
 * place in order of first appearance.
 */
export class ByteTexts {
  readonly texts: string[] = [];
  /** The bytes of all texts, one after the other. */
  #known = new Uint8Array(1 << 12);
  #view = viewOf(this.#known);
  /** Id → where its bytes begin; that of the next is where they end. */
  readonly #starts: number[] = [0];
  readonly #hashes: number[] = [];
  /** Slot → id + 1, 0 when free. The size is a power of two. */
  #slots = new Int32Array(256);

  /** The id of the text in a span of bytes. Who has many of one buffer gives its view. */
  id(bytes: Uint8Array, start: number, end: number, view = viewOf(bytes)): number {
    const hash = hashOf(view, start, end);
    let slot = hash & (this.#slots.length - 1);
    for (let found = this.#slots[slot] ?? 0; found !== 0; found = this.#slots[slot] ?? 0) {
      if (this.#hashes[found - 1] === hash && this.#equals(found - 1, view, start, end)) return found - 1;
      slot = (slot + 1) & (this.#slots.length - 1);
    }
    const id = this.texts.push(utf8Text(bytes, start, end)) - 1;
    this.#remember(bytes, start, end);
    this.#hashes.push(hash);
    this.#slots[slot] = id + 1;
    if (this.texts.length * 2 > this.#slots.length) this.#grow();
    return id;
  }

  /** The one string of the text in a span of bytes. */
  text(bytes: Uint8Array, start: number, end: number, view = viewOf(bytes)): string {
    return this.texts[this.id(bytes, start, end, view)] ?? '';
  }

  /** Four bytes at a time. */
  #equals(id: number, view: DataView, start: number, end: number): boolean {
    const known = this.#starts[id] ?? 0;
    if ((this.#starts[id + 1] ?? 0) - known !== end - start) return false;
    const shift = known - start;
    let at = start;
    for (; at + 4 <= end; at += 4) {
      if (this.#view.getInt32(at + shift) !== view.getInt32(at)) return false;
    }
    for (; at < end; at++) if (this.#view.getUint8(at + shift) !== view.getUint8(at)) return false;
    return true;
  }

  #remember(bytes: Uint8Array, start: number, end: number): void {
    const from = this.#starts.at(-1) ?? 0;
    const to = from + end - start;
    if (to > this.#known.length) {
      const larger = new Uint8Array(Math.max(to, this.#known.length * 2));
      larger.set(this.#known);
      this.#known = larger;
      this.#view = viewOf(larger);
    }
    this.#known.set(bytes.subarray(start, end), from);
    this.#starts.push(to);
  }

  #grow(): void {
    this.#slots = new Int32Array(this.#slots.length * 2);
    for (let id = 0; id < this.texts.length; id++) {
      let slot = (this.#hashes[id] ?? 0) & (this.#slots.length - 1);
      while (this.#slots[slot]) slot = (slot + 1) & (this.#slots.length - 1);
      this.#slots[slot] = id + 1;
    }
  }
}

export function utf8Text(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8', start, end);
}

export const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Of four bytes at a time. */
function hashOf(view: DataView, start: number, end: number): number {
  let hash = SEED ^ (end - start);
  let at = start;
  for (; at + 4 <= end; at += 4) {
    hash = Math.imul(hash ^ view.getInt32(at), 0x9e3779b1);
    hash ^= hash >>> 15;
  }
  for (; at < end; at++) hash = Math.imul(hash ^ view.getUint8(at), 0x85ebca6b);
  return hash ^ (hash >>> 16);
}
