import { UndecodableProfile } from '../tree/undecodable';

const MAX_VAR_UINT_LENGTH = 10;
/** Smaller numbers are shifted, which is faster than dividing. */
const FAST_LIMIT = 2 ** 28;

/** Writes into a growing buffer. VarUInts are little-endian, seven bits per byte, the last one marked by the high bit. */
export class PackedWriter {
  #bytes = new Uint8Array(1 << 16);
  #view = new DataView(this.#bytes.buffer);
  #at = 0;

  /** Writes an integer from 0 to 2^53. */
  varUInt(value: number): void {
    this.#reserve(MAX_VAR_UINT_LENGTH);
    let rest = value;
    while (rest >= FAST_LIMIT) {
      this.#bytes[this.#at++] = rest % 128;
      rest = Math.floor(rest / 128);
    }
    while (rest >= 128) {
      this.#bytes[this.#at++] = rest & 0x7f;
      rest >>>= 7;
    }
    this.#bytes[this.#at++] = rest | 0x80;
  }

  double(value: number): void {
    this.#reserve(8);
    this.#view.setFloat64(this.#at, value);
    this.#at += 8;
  }

  raw(bytes: Uint8Array): void {
    this.#reserve(bytes.length);
    this.#bytes.set(bytes, this.#at);
    this.#at += bytes.length;
  }

  finish(): Uint8Array {
    return this.#bytes.subarray(0, this.#at);
  }

  #reserve(length: number): void {
    if (this.#at + length <= this.#bytes.length) return;
    const larger = new Uint8Array(Math.max(this.#at + length, this.#bytes.length * 2));
    larger.set(this.#bytes);
    this.#bytes = larger;
    this.#view = new DataView(larger.buffer);
  }
}

/** Reads the output of PackedWriter. Throws UndecodableProfile when it ends too early or too late. */
export class PackedReader {
  readonly view: DataView;
  #at: number;

  constructor(
    readonly bytes: Uint8Array,
    from: number,
  ) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#at = from;
  }

  get length(): number {
    return this.bytes.length;
  }

  varUInt(): number {
    const byte = this.bytes[this.#at];
    if (byte === undefined || byte < 0x80) return this.#longVarUInt();
    this.#at += 1;
    return byte & 0x7f;
  }

  /** Up to four bytes fit into shifts, which are faster than multiplying. */
  #longVarUInt(): number {
    let value = 0;
    for (let shift = 0; shift < 28; shift += 7) {
      const byte = this.bytes[this.#at++];
      if (byte === undefined) throw wrongLength();
      value |= (byte & 0x7f) << shift;
      if (byte >= 0x80) return value;
    }
    let scale = FAST_LIMIT;
    for (let i = 4; i < MAX_VAR_UINT_LENGTH; i++) {
      const byte = this.bytes[this.#at++];
      if (byte === undefined) throw wrongLength();
      value += (byte & 0x7f) * scale;
      if (byte >= 0x80) return value;
      scale *= 128;
    }
    throw wrongLength();
  }

  double(): number {
    if (this.#at + 8 > this.bytes.length) throw wrongLength();
    const value = this.view.getFloat64(this.#at);
    this.#at += 8;
    return value;
  }

  /** Skips `length` bytes and returns their bounds. */
  span(length: number): { start: number; end: number } {
    const start = this.#at;
    const end = start + length;
    if (end > this.bytes.length) throw wrongLength();
    this.#at = end;
    return { start, end };
  }

  /** Checks that nothing is left to read. */
  finish(): void {
    if (this.#at !== this.bytes.length) throw wrongLength();
  }
}

const wrongLength = () => new UndecodableProfile('The stored profile doesn’t have the length it declares.');
