import { UnreadableBytes } from '../tree/undecodable';
import { VERSION_MARKER } from './ion-writer';
import { viewOf } from './text-table';

/** Type codes, the high four bits of a value's first byte. MARKER is our own code for the version marker. */
const NULL_TYPE = 0x0;
const BOOL = 0x1;
export const POSITIVE = 0x2;
export const NEGATIVE = 0x3;
export const FLOAT = 0x4;
export const DECIMAL = 0x5;
export const SYMBOL = 0x7;
export const STRING = 0x8;
export const LIST_TYPE = 0xb;
export const STRUCT = 0xd;
export const MARKER = 0x10;
const ANNOTATION = 0xe;

/** Special values of the low four bits, which otherwise are the length. */
const IS_NULL = 15;
const IS_LONG = 14;
const IS_SORTED = 1;

/**
 * Steps through the values of binary Ion 1.0 (https://amazon-ion.github.io/ion-docs/docs/binary.html) in place, without
 * resolving symbols. Throws UnreadableBytes for contradictory lengths.
 */
export class IonCursor {
  readonly view: DataView;
  /** The current value: its type code, whether it is null, where it starts, and where its content starts and ends. */
  code = 0;
  isNull = false;
  head = 0;
  start = 0;
  after = 0;
  /** The symbols of its field name and of its first annotation, 0 without one. */
  field = 0;
  annotation = 0;
  #low = 0;
  #at = 0;
  /** Where the current container ends, and whether it is a struct. */
  #end: number;
  #isStruct = false;
  readonly #outerEnds: number[] = [];
  readonly #outerStructs: boolean[] = [];

  constructor(readonly bytes: Uint8Array) {
    this.view = viewOf(bytes);
    this.#end = bytes.length;
  }

  get depth(): number {
    return this.#outerEnds.length;
  }

  /** Where the current container ends. */
  get end(): number {
    return this.#end;
  }

  /** Moves to the next value, skipping padding. Returns false at the end of the container. */
  next(): boolean {
    this.#at = this.after;
    while (this.#at < this.#end) {
      if (this.depth === 0 && this.#readMarker()) return true;
      if (this.#isStruct) this.field = this.#varUInt();
      this.#readHead(this.#end);
      this.annotation = 0;
      if (this.code === ANNOTATION) this.#readAnnotations();
      const isPadding = this.code === NULL_TYPE && this.#low !== IS_NULL;
      if (!isPadding) return true;
      this.#at = this.after;
    }
    return false;
  }

  stepIn(): void {
    this.#outerEnds.push(this.#end);
    this.#outerStructs.push(this.#isStruct);
    this.#end = this.after;
    this.#isStruct = this.code === STRUCT;
    this.after = this.start;
  }

  stepOut(): void {
    this.after = this.#end;
    this.#end = this.#outerEnds.pop() ?? this.bytes.length;
    this.#isStruct = this.#outerStructs.pop() ?? false;
  }

  /** Enters nested structs, given their ends, and continues at a position in the innermost one. */
  resumeWithin(ends: readonly number[], at: number): void {
    for (const end of ends) {
      this.#outerEnds.push(this.#end);
      this.#outerStructs.push(this.#isStruct);
      this.#end = end;
      this.#isStruct = true;
    }
    this.after = at;
  }

  /** The content of an int or a symbol as an unsigned integer. */
  unsigned(): number {
    let value = 0;
    for (let at = this.start; at < this.after; at++) value = value * 256 + (this.bytes[at] ?? 0);
    return value;
  }

  #readMarker(): boolean {
    if (!VERSION_MARKER.every((byte, i) => this.bytes[this.#at + i] === byte)) return false;
    this.code = MARKER;
    this.after = this.#at + VERSION_MARKER.length;
    return true;
  }

  /** Moves from the wrapper of an annotated value to the value. */
  #readAnnotations(): void {
    const end = this.after;
    this.#at = this.start;
    const annotationsEnd = this.#varUInt() + this.#at;
    const annotation = this.#varUInt();
    if (annotationsEnd > end || this.#at > annotationsEnd) throw malformed();
    this.#at = annotationsEnd;
    this.#readHead(end);
    if (this.after !== end || this.code === ANNOTATION) throw malformed();
    this.annotation = annotation;
  }

  /** Reads the first byte and the length of a value that must not extend beyond `end`. */
  #readHead(end: number): void {
    const { bytes } = this;
    this.head = this.#at;
    const first = bytes[this.#at++] ?? 0;
    const code = first >> 4;
    const low = first & 0xf;
    this.code = code;
    this.#low = low;
    this.isNull = low === IS_NULL || code === NULL_TYPE;
    let length = low;
    if (low === IS_LONG || (code === STRUCT && low === IS_SORTED)) length = this.#varUInt();
    if (low === IS_NULL || code === BOOL) length = 0;
    this.start = this.#at;
    this.after = this.#at + length;
    if (this.after > end || code > ANNOTATION) throw malformed();
  }

  #varUInt(): number {
    const { bytes } = this;
    let value = 0;
    for (;;) {
      const byte = bytes[this.#at++];
      if (byte === undefined || value > Number.MAX_SAFE_INTEGER / 256) throw malformed();
      value = value * 128 + (byte & 0x7f);
      if (byte & 0x80) return value;
    }
  }
}

export const malformed = () => new UnreadableBytes('The profile is not well-formed Ion.');
