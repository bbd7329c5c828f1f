import { isUtf8 } from 'node:buffer';
import { ensureCapacity } from '../tree/columns';
import { UnreadableBytes } from '../tree/undecodable';

/** Random per process, so that nobody can craft texts with colliding hashes. */
const SEED = Math.floor(Math.random() * 0xffffffff) | 0;

/**
 * Interns texts by their UTF-8 bytes, so that each becomes a string only once. Ids count up in order of first appearance.
 */
export class TextTable {
  readonly texts: string[] = [];
  /** The concatenated bytes of all texts. */
  #known = new Uint8Array(1 << 12);
  #view = viewOf(this.#known);
  /** Id → start of its bytes, which end at the start of the next. */
  #starts = new Uint32Array(256);
  /** Two numbers per slot: id + 1, or 0 when free, and the hash. The length is a power of two. */
  #slots = new Int32Array(2 * 512);

  constructor(words: readonly string[] = []) {
    for (const word of words) this.idOf(word);
  }

  /** Id of the text in a span of bytes. Callers that hashed the bytes while scanning pass the hash. */
  id(bytes: Uint8Array, view: DataView, start: number, end: number, hash = hashOf(view, start, end)): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    let slot = (hash << 1) & mask;
    for (let found = slots[slot] ?? 0; found !== 0; found = slots[slot] ?? 0) {
      if (slots[slot + 1] === hash && this.equals(found - 1, view, start, end)) return found - 1;
      slot = (slot + 2) & mask;
    }
    // Different malformed bytes would become the same text, and could be crafted to have the same hash.
    if (!isUtf8(bytes.subarray(start, end)))
      throw new UnreadableBytes('The profile contains text that is not valid UTF-8.');
    const id = this.texts.push(utf8Text(bytes, start, end)) - 1;
    this.#remember(id, bytes, start, end);
    slots[slot] = id + 1;
    slots[slot + 1] = hash;
    if (this.texts.length * 4 > slots.length) this.#grow();
    return id;
  }

  idOf(text: string): number {
    const bytes = Buffer.from(text);
    return this.id(bytes, viewOf(bytes), 0, bytes.length);
  }

  /** Length of a text in bytes. */
  lengthOf(id: number): number {
    return (this.#starts[id + 1] ?? 0) - (this.#starts[id] ?? 0);
  }

  /** Whether a span contains the bytes of a text. Compares eight bytes at a time. */
  equals(id: number, view: DataView, start: number, end: number): boolean {
    const known = this.#starts[id] ?? 0;
    if ((this.#starts[id + 1] ?? 0) - known !== end - start) return false;
    const own = this.#view;
    const shift = known - start;
    let at = start;
    for (; at + 8 <= end; at += 8) {
      if (own.getInt32(at + shift, true) !== view.getInt32(at, true)) return false;
      if (own.getInt32(at + shift + 4, true) !== view.getInt32(at + 4, true)) return false;
    }
    for (; at < end; at++) if (own.getUint8(at + shift) !== view.getUint8(at)) return false;
    return true;
  }

  #remember(id: number, bytes: Uint8Array, start: number, end: number): void {
    const from = this.#starts[id] ?? 0;
    const to = from + end - start;
    if (to > this.#known.length) {
      const larger = new Uint8Array(Math.max(to, this.#known.length * 2));
      larger.set(this.#known);
      this.#known = larger;
      this.#view = viewOf(larger);
    }
    this.#known.set(bytes.subarray(start, end), from);
    this.#starts = ensureCapacity(this.#starts, id + 2);
    this.#starts[id + 1] = to;
  }

  #grow(): void {
    const before = this.#slots;
    const slots = new Int32Array(before.length * 2);
    const mask = slots.length - 1;
    for (let at = 0; at < before.length; at += 2) {
      if (before[at] === 0) continue;
      const hash = before[at + 1] ?? 0;
      let slot = (hash << 1) & mask;
      while (slots[slot] !== 0) slot = (slot + 2) & mask;
      slots[slot] = before[at] ?? 0;
      slots[slot + 1] = hash;
    }
    this.#slots = slots;
  }
}

export function utf8Text(bytes: Uint8Array, start: number, end: number): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('utf8', start, end);
}

export const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** Initial hash. Add four bytes at a time by `hashFour`, up to three remaining ones by `hashByte`, then finish by `hashEnd`. */
export const NO_HASH = SEED;

export function hashFour(hash: number, four: number): number {
  const mixed = Math.imul(hash ^ four, 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}

export const hashByte = (hash: number, byte: number) => Math.imul(hash ^ byte, 0x85ebca6b);

export function hashEnd(hash: number, length: number): number {
  const mixed = Math.imul(hash ^ length, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

function hashOf(view: DataView, start: number, end: number): number {
  let hash = NO_HASH;
  let at = start;
  for (; at + 4 <= end; at += 4) hash = hashFour(hash, view.getInt32(at, true));
  for (; at < end; at++) hash = hashByte(hash, view.getUint8(at));
  return hashEnd(hash, end - start);
}
