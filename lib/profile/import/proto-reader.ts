import { UndecodableProfile } from '../tree/undecodable';

const VARINT = 0;
const FIXED_64 = 1;
const LENGTH = 2;
const FIXED_32 = 5;

/** Reads a protobuf message field by field: `next`, then what the field holds, or nothing. */
export class ProtoReader {
  #wireType = VARINT;
  /** Whether the value of the field that was come to is still to be read. */
  #isPending = false;

  /** Whether the varint that is read has more bytes. */
  #goesOn = false;

  constructor(
    readonly bytes: Uint8Array,
    public at = 0,
    readonly end = bytes.length,
  ) {}

  /** The number of the next field, 0 after the last. Throws UndecodableProfile where there is no field. */
  next(): number {
    if (this.#isPending) this.#skip();
    if (this.at >= this.end) return 0;
    const tag = this.#varint();
    this.#wireType = tag % 8;
    this.#isPending = true;
    const field = Math.floor(tag / 8);
    if (field === 0) throw notPprof();
    return field;
  }

  get isNumber(): boolean {
    return this.#wireType === VARINT;
  }

  /** An int64; one that a double doesn't hold is rounded. */
  number(): number {
    if (this.#wireType !== VARINT) throw notPprof();
    this.#isPending = false;
    return this.#varint();
  }

  /** A text, a message, or packed numbers. */
  inside(): ProtoReader {
    if (this.#wireType !== LENGTH) throw notPprof();
    this.#isPending = false;
    const length = this.#varint();
    const start = this.at;
    if (length < 0 || start + length > this.end) throw notPprof();
    this.at = start + length;
    return new ProtoReader(this.bytes, start, this.at);
  }

  text(): string {
    const { at, end } = this.inside();
    return Buffer.from(this.bytes.buffer, this.bytes.byteOffset + at, end - at).toString();
  }

  /** Adds the numbers of a repeated field, packed or not. */
  numbersInto(numbers: number[]): void {
    if (this.#wireType === VARINT) numbers.push(this.number());
    else for (const packed = this.inside(); packed.at < packed.end; ) numbers.push(packed.#varint());
  }

  #varint(): number {
    const low = this.#sevens(4);
    if (!this.#goesOn) return low;
    const middle = this.#sevens(4);
    if (!this.#goesOn) return middle * 2 ** 28 + low;
    const high = this.#sevens(2);
    if (this.#goesOn) throw notPprof();
    // In this order a number below zero stays exact.
    return (high >= 128 ? high - 256 : high) * 2 ** 56 + middle * 2 ** 28 + low;
  }

  /** Up to so many bytes of a varint. */
  #sevens(most: number): number {
    let value = 0;
    for (let i = 0; i < most; i++) {
      if (this.at >= this.end) throw notPprof();
      const byte = this.bytes[this.at++] ?? 0;
      value |= (byte & 0x7f) << (7 * i);
      this.#goesOn = byte >= 0x80;
      if (!this.#goesOn) break;
    }
    return value;
  }

  #skip(): void {
    if (this.#wireType === VARINT) this.number();
    else if (this.#wireType === LENGTH) this.inside();
    else if (this.#wireType === FIXED_64) this.at += 8;
    else if (this.#wireType === FIXED_32) this.at += 4;
    else throw notPprof();
    this.#isPending = false;
    if (this.at > this.end) throw notPprof();
  }
}

export const notPprof = () => new UndecodableProfile('It is no text, and not a whole pprof profile.');
