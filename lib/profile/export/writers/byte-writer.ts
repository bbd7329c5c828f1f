/** About the size of a piece that is written. */
const CHUNK_BYTES = 1 << 16;

const LONGEST_NUMBER = 10;

/** Bytes that are added to and taken out in pieces. */
export class OutBytes {
  #bytes = Buffer.allocUnsafe(2 * CHUNK_BYTES);
  #at = 0;

  /** Whether there is enough for a piece. */
  get isFull(): boolean {
    return this.#at >= CHUNK_BYTES;
  }

  /** A copy of what was added since the last time. */
  take(): Uint8Array {
    const taken = Uint8Array.prototype.slice.call(this.#bytes, 0, this.#at);
    this.#at = 0;
    return taken;
  }

  byte(value: number): void {
    this.#reserve(1);
    this.#bytes[this.#at++] = value;
  }

  raw(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#at);
    this.#at += bytes.length;
  }

  /** UTF-8; half a surrogate pair becomes U+FFFD. */
  text(text: string): void {
    this.#reserve(text.length * 3);
    this.#at += this.#bytes.write(text, this.#at);
  }

  /** A whole number from 0 to 2^64-1 in protobuf's varint: seven bits a byte from the lowest, all but the last with the high bit. */
  varint(value: number | bigint): void {
    this.#reserve(LONGEST_NUMBER);
    let rest = typeof value === 'bigint' ? this.#lowSevens(value) : value;
    while (rest >= 2 ** 31) {
      this.#bytes[this.#at++] = (rest % 128) | 0x80;
      rest = Math.floor(rest / 128);
    }
    while (rest >= 128) {
      this.#bytes[this.#at++] = (rest & 0x7f) | 0x80;
      rest >>>= 7;
    }
    this.#bytes[this.#at++] = rest;
  }

  /** Writes the lowest bits until a double holds the rest, which it gives. */
  #lowSevens(value: bigint): number {
    let rest = value;
    for (; rest > Number.MAX_SAFE_INTEGER; rest >>= 7n) {
      this.#bytes[this.#at++] = Number(rest & 0x7fn) | 0x80;
    }
    return Number(rest);
  }

  #reserve(length: number): void {
    if (this.#at + length <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(Math.max(this.#at + length, this.#bytes.length * 2));
    larger.set(this.#bytes.subarray(0, this.#at));
    this.#bytes = larger;
  }
}

/** Bytes that a number takes as a varint. */
export function varintBytes(value: number): number {
  let bytes = 1;
  for (let rest = value; rest >= 128; rest = Math.floor(rest / 128)) bytes += 1;
  return bytes;
}
