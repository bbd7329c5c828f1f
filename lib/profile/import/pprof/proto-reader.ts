import { UndecodableProfile } from '../../tree/undecodable';

const VARINT = 0;
const FIXED_64 = 1;
const LENGTH = 2;
const FIXED_32 = 5;

/** Reads a protobuf message field by field: call `next`, then optionally read the value of the field. */
export class ProtoReader {
  #wireType = VARINT;
  /** Whether the value of the current field is still unread. */
  #isUnread = false;
  /** Whether the current varint has more bytes. */
  #hasMore = false;

  constructor(
    readonly bytes: Uint8Array,
    public at = 0,
    readonly end = bytes.length,
  ) {}

  /** Number of the next field, 0 at the end. Throws UndecodableProfile for a malformed tag. */
  next(): number {
    if (this.#isUnread) this.#skip();
    if (this.at >= this.end) return 0;
    const tag = this.#varint();
    this.#wireType = tag % 8;
    this.#isUnread = true;
    const field = Math.floor(tag / 8);
    if (field === 0) throw notPprof();
    return field;
  }

  get isNumber(): boolean {
    return this.#wireType === VARINT;
  }

  /** An int64, rounded if a double can't represent it. */
  number(): number {
    if (this.#wireType !== VARINT) throw notPprof();
    this.#isUnread = false;
    return this.#varint();
  }

  /** Reader of a length-delimited field: a text, a message, or packed numbers. */
  content(): ProtoReader {
    if (this.#wireType !== LENGTH) throw notPprof();
    this.#isUnread = false;
    const length = this.#varint();
    const start = this.at;
    if (length < 0 || start + length > this.end) throw notPprof();
    this.at = start + length;
    return new ProtoReader(this.bytes, start, this.at);
  }

  text(): string {
    const { at, end } = this.content();
    return Buffer.from(this.bytes.buffer, this.bytes.byteOffset + at, end - at).toString();
  }

  /** Appends the numbers of a repeated field, packed or not. */
  appendNumbers(numbers: number[]): void {
    if (this.#wireType === VARINT) numbers.push(this.number());
    else for (const packed = this.content(); packed.at < packed.end; ) numbers.push(packed.#varint());
  }

  #varint(): number {
    const low = this.#septets(4);
    if (!this.#hasMore) return low;
    const middle = this.#septets(4);
    if (!this.#hasMore) return middle * 2 ** 28 + low;
    const high = this.#septets(2);
    if (this.#hasMore) throw notPprof();
    // Adding from the top keeps negative numbers exact.
    return (high >= 128 ? high - 256 : high) * 2 ** 56 + middle * 2 ** 28 + low;
  }

  /** Value of at most `maxBytes` bytes of a varint, seven bits each. */
  #septets(maxBytes: number): number {
    let value = 0;
    for (let i = 0; i < maxBytes; i++) {
      if (this.at >= this.end) throw notPprof();
      const byte = this.bytes[this.at++] ?? 0;
      value |= (byte & 0x7f) << (7 * i);
      this.#hasMore = byte >= 0x80;
      if (!this.#hasMore) break;
    }
    return value;
  }

  #skip(): void {
    if (this.#wireType === VARINT) this.number();
    else if (this.#wireType === LENGTH) this.content();
    else if (this.#wireType === FIXED_64) this.at += 8;
    else if (this.#wireType === FIXED_32) this.at += 4;
    else throw notPprof();
    this.#isUnread = false;
    if (this.at > this.end) throw notPprof();
  }
}

/** The refusal of bytes that no pprof profile has. */
export const notPprof = () =>
  new UndecodableProfile(
    'It is neither text nor a complete pprof profile. Save it again as pprof, as a .cpuprofile or as folded stacks.',
  );
