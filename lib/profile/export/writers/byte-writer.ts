/** Approximate size of a chunk. */
const CHUNK_BYTES = 1 << 16;

const MAX_VARINT_BYTES = 10;

/** A growing buffer that is emptied in chunks. */
export class ByteWriter {
  #bytes = Buffer.allocUnsafe(2 * CHUNK_BYTES);
  #length = 0;

  /** Whether a chunk can be taken. */
  get isFull(): boolean {
    return this.#length >= CHUNK_BYTES;
  }

  /** Returns a copy of the bytes written since the last call. */
  take(): Uint8Array {
    const chunk = Uint8Array.prototype.slice.call(this.#bytes, 0, this.#length);
    this.#length = 0;
    return chunk;
  }

  byte(value: number): void {
    this.#reserve(1);
    this.#bytes[this.#length++] = value;
  }

  raw(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#length);
    this.#length += bytes.length;
  }

  /** UTF-8; a lone surrogate becomes U+FFFD. */
  text(text: string): void {
    this.#reserve(text.length * 3);
    this.#length += this.#bytes.write(text, this.#length);
  }

  /** An integer from 0 to 2^64-1 as a protobuf varint. */
  varint(value: number | bigint): void {
    this.#reserve(MAX_VARINT_BYTES);
    let rest = typeof value === 'bigint' ? this.#writeLowBits(value) : value;
    while (rest >= 2 ** 31) {
      this.#bytes[this.#length++] = (rest % 128) | 0x80;
      rest = Math.floor(rest / 128);
    }
    while (rest >= 128) {
      this.#bytes[this.#length++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    this.#bytes[this.#length++] = rest;
  }

  /** Writes the low bits until the rest fits into a double; returns the rest. */
  #writeLowBits(value: bigint): number {
    let rest = value;
    for (; rest > Number.MAX_SAFE_INTEGER; rest >>= 7n) {
      this.#bytes[this.#length++] = Number(rest & 0x7fn) | 0x80;
    }
    return Number(rest);
  }

  #reserve(length: number): void {
    if (this.#length + length <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.#length + length, this.#bytes.length * 2));
    larger.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = larger;
  }
}

/** Size of a number as a varint. */
export function varintBytes(value: number): number {
  let bytes = 1;
  for (let rest = value; rest >= 128; rest = Math.floor(rest / 128)) bytes += 1;
  return bytes;
}
