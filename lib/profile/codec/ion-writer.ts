const encoder = new TextEncoder();

/** First bytes of binary Ion 1.0. */
export const VERSION_MARKER = [0xe0, 0x01, 0x00, 0xea];

export function isBinaryIon(bytes: Uint8Array): boolean {
  return VERSION_MARKER.every((byte, i) => bytes[i] === byte);
}

/** Type codes of binary Ion 1.0, in the high four bits of a value's first byte. */
export const ION = {
  int: 0x2,
  negative: 0x3,
  float: 0x4,
  symbol: 0x7,
  string: 0x8,
  list: 0xb,
  struct: 0xd,
  annotation: 0xe,
} as const;

/** Bytes of a VarUInt, seven bits each (https://amazon-ion.github.io/ion-docs/docs/binary.html). */
export function varUIntSize(value: number): number {
  if (value < 0x80) return 1;
  if (value < 0x4000) return 2;
  let size = 1;
  for (let rest = Math.floor(value / 128); rest > 0; rest = Math.floor(rest / 128)) size += 1;
  return size;
}

/** Bytes of a value with `length` bytes of content. Lengths from 14 on follow the first byte as a VarUInt. */
export function valueSize(length: number): number {
  return length < 14 ? 1 + length : 1 + varUIntSize(length) + length;
}

/** Content bytes of a number: the magnitude of an integer, else a double. */
export function numberLength(value: number): number {
  if (value >>> 0 === value) return value === 0 ? 0 : 4 - (Math.clz32(value) >>> 3);
  if (!Number.isSafeInteger(value)) return 8;
  let length = 0;
  for (let rest = Math.abs(value); rest > 0; rest = Math.floor(rest / 256)) length += 1;
  return length;
}

/** Up to this length, a loop copies faster than `set`. */
const MAX_LOOP_LENGTH = 16;

/** Writes binary Ion into a buffer of precomputed size. */
export class IonWriter {
  readonly bytes: Uint8Array;
  readonly #view: DataView;
  #at = 0;

  constructor(size: number) {
    this.bytes = new Uint8Array(size);
    this.#view = new DataView(this.bytes.buffer);
  }

  raw(bytes: Uint8Array | readonly number[]): void {
    if (bytes.length > MAX_LOOP_LENGTH) this.bytes.set(bytes, this.#at);
    else for (let i = 0; i < bytes.length; i++) this.bytes[this.#at + i] = bytes[i] ?? 0;
    this.#at += bytes.length;
  }

  varUInt(value: number): void {
    if (value < 0x80) {
      this.bytes[this.#at++] = value | 0x80;
      return;
    }
    if (value < 0x4000) {
      this.bytes[this.#at++] = value >>> 7;
      this.bytes[this.#at++] = (value & 0x7f) | 0x80;
      return;
    }
    const size = varUIntSize(value);
    let rest = value;
    for (let i = size - 1; i >= 0; i--) {
      this.bytes[this.#at + i] = (rest % 128) | (i === size - 1 ? 0x80 : 0);
      rest = Math.floor(rest / 128);
    }
    this.#at += size;
  }

  head(type: number, length: number): void {
    this.bytes[this.#at++] = (type << 4) | Math.min(length, 14);
    if (length >= 14) this.varUInt(length);
  }

  number(value: number): void {
    const length = numberLength(value);
    if (value >>> 0 === value) {
      this.head(ION.int, length);
      for (let i = length - 1, rest = value; i >= 0; i--, rest >>>= 8) this.bytes[this.#at + i] = rest & 0xff;
    } else if (!Number.isSafeInteger(value)) {
      this.head(ION.float, length);
      this.#view.setFloat64(this.#at, value);
    } else {
      this.head(value < 0 ? ION.negative : ION.int, length);
      let rest = Math.abs(value);
      for (let i = length - 1; i >= 0; i--) {
        this.bytes[this.#at + i] = rest % 256;
        rest = Math.floor(rest / 256);
      }
    }
    this.#at += length;
  }
}

/** Encodes a symbol value. */
export function ionSymbol(id: number): Uint8Array {
  const length = numberLength(id);
  const out = new IonWriter(valueSize(length));
  out.head(ION.symbol, length);
  for (let i = length - 1; i >= 0; i--) out.raw([Math.floor(id / 256 ** i) % 256]);
  return out.bytes;
}

/** Encodes a string value. */
export function ionString(text: string): Uint8Array {
  const utf8 = encoder.encode(text);
  const out = new IonWriter(valueSize(utf8.length));
  out.head(ION.string, utf8.length);
  out.raw(utf8);
  return out.bytes;
}
