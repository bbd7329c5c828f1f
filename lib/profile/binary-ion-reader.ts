import { type Decimal, type IonType, IonTypes, makeReader, type Reader, type Timestamp } from 'ion-js';
import { ByteTexts } from './byte-texts';
import { tooMany, UnreadableBytes } from './undecodable';

/** What a profile is read with, of Ion's text and binary alike. */
export type IonReader = Pick<
  Reader,
  | 'next'
  | 'stepIn'
  | 'stepOut'
  | 'fieldName'
  | 'isNull'
  | 'numberValue'
  | 'stringValue'
  | 'decimalValue'
  | 'timestampValue'
>;

const VERSION_MARKER = [0xe0, 0x01, 0x00, 0xea];
const NULL = 15;
const LONG = 14;
const SORTED_STRUCT = 1;
const STRUCT = 0xd;
const ANNOTATION = 0xe;

/** https://amazon-ion.github.io/ion-docs/docs/symbols.html: symbols that are always there. */
const SYSTEM_SYMBOLS = [
  '$0',
  '$ion',
  '$ion_1_0',
  '$ion_symbol_table',
  'name',
  'version',
  'imports',
  'symbols',
  'max_id',
  '$ion_shared_symbol_table',
];
const SYMBOL_TABLE = 3;
/** Of all symbol tables together, each counted whole: one that adds to the one before is a copy of it. */
const MOST_SYMBOLS = 10_000_000;

/** Types by the high four bits of a value's first byte. */
const TYPES: readonly (IonType | undefined)[] = [
  IonTypes.NULL,
  IonTypes.BOOL,
  IonTypes.INT,
  IonTypes.INT,
  IonTypes.FLOAT,
  IonTypes.DECIMAL,
  IonTypes.TIMESTAMP,
  IonTypes.SYMBOL,
  IonTypes.STRING,
  IonTypes.CLOB,
  IonTypes.BLOB,
  IonTypes.LIST,
  IonTypes.SEXP,
  IonTypes.STRUCT,
];

export function isBinaryIon(bytes: Uint8Array): boolean {
  return VERSION_MARKER.every((byte, i) => bytes[i] === byte);
}

/**
 * Reads binary Ion 1.0 (https://amazon-ion.github.io/ion-docs/docs/binary.html) where it lies, in one pass. Of shared
 * symbol tables, which are not known, symbols are called `$` and their number. Throws UnreadableBytes where lengths
 * contradict each other, UndecodableProfile past `mostValues`; symbol tables don't count.
 */
export class BinaryIonReader implements IonReader {
  readonly #texts = new ByteTexts();
  readonly #view: DataView;
  #symbols = [...SYSTEM_SYMBOLS];
  #at = 0;
  #values = 0;
  #tabled = 0;
  /** Of the container that is being read: where it ends and whether its values have names. */
  #end: number;
  #isStruct = false;
  readonly #outer: { end: number; isStruct: boolean }[] = [];
  /** Of the value that was last come to: its name, code, low bits, and where its content lies. */
  #field = 0;
  #code = 0;
  #low = 0;
  #head = 0;
  #start = 0;
  #after = 0;

  constructor(
    readonly bytes: Uint8Array,
    readonly mostValues = Infinity,
  ) {
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#end = bytes.length;
  }

  next(): IonType | null {
    this.#at = Math.max(this.#at, this.#after);
    while (this.#at < this.#end) {
      if (this.#outer.length === 0 && this.#passesVersionMarker()) continue;
      if (!this.#readValue()) continue;
      const type = TYPES[this.#code];
      if (!type) throw malformed();
      this.#values += 1;
      if (this.#values > this.mostValues) throw tooMany('values', this.mostValues);
      return type;
    }
    return null;
  }

  stepIn(): void {
    this.#outer.push({ end: this.#end, isStruct: this.#isStruct });
    this.#end = this.#after;
    this.#isStruct = this.#code === STRUCT;
    this.#at = this.#start;
    this.#after = this.#start;
  }

  stepOut(): void {
    const outer = this.#outer.pop();
    if (!outer) throw malformed();
    this.#at = this.#end;
    this.#after = this.#end;
    this.#end = outer.end;
    this.#isStruct = outer.isStruct;
  }

  fieldName(): string | null {
    return this.#isStruct ? this.#symbol(this.#field) : null;
  }

  isNull(): boolean {
    return this.#low === NULL || this.#code === 0;
  }

  numberValue(): number {
    const length = this.#after - this.#start;
    if (TYPES[this.#code] === IonTypes.INT) {
      const magnitude = this.#unsigned(this.#start, this.#after);
      return this.#code === 3 ? -magnitude : magnitude;
    }
    if (length === 0) return 0;
    if (length === 4) return this.#view.getFloat32(this.#start);
    if (length === 8) return this.#view.getFloat64(this.#start);
    throw malformed();
  }

  stringValue(): string {
    if (TYPES[this.#code] === IonTypes.SYMBOL) return this.#symbol(this.#unsigned(this.#start, this.#after));
    return this.#text();
  }

  decimalValue(): Decimal | null {
    return this.#alone().decimalValue();
  }

  timestampValue(): Timestamp | null {
    return this.#alone().timestampValue();
  }

  /** Rare values are left to ion-js: a reader of this one alone. */
  #alone(): Reader {
    const value = this.bytes.subarray(this.#head, this.#after);
    const reader = makeReader(Uint8Array.from([...VERSION_MARKER, ...value]));
    reader.next();
    return reader;
  }

  #passesVersionMarker(): boolean {
    if (!VERSION_MARKER.every((byte, i) => this.bytes[this.#at + i] === byte)) return false;
    this.#symbols = [...SYSTEM_SYMBOLS];
    this.#at += VERSION_MARKER.length;
    return true;
  }

  /** Comes to the value at hand; false when it was padding or a symbol table, which is passed. */
  #readValue(): boolean {
    if (this.#isStruct) this.#field = this.#varUInt();
    this.#readHead(this.#end);
    if (this.#code === 0 && this.#low !== NULL) return this.#pass();
    if (this.#code !== ANNOTATION) return true;
    const end = this.#after;
    this.#at = this.#start;
    const annotationsEnd = this.#varUInt() + this.#at;
    const annotation = this.#varUInt();
    if (annotationsEnd > end || this.#at > annotationsEnd) throw malformed();
    this.#at = annotationsEnd;
    this.#readHead(end);
    if (this.#after !== end || this.#code === ANNOTATION) throw malformed();
    if (annotation !== SYMBOL_TABLE || this.#code !== STRUCT || this.#outer.length > 0) return true;
    this.#readSymbolTable();
    return this.#pass();
  }

  #pass(): false {
    this.#at = this.#after;
    return false;
  }

  /** The first byte and the length of a value that ends by `end` at the latest. */
  #readHead(end: number): void {
    this.#head = this.#at;
    const first = this.bytes[this.#at++] ?? 0;
    this.#code = first >> 4;
    this.#low = first & 0xf;
    const isLong = this.#low === LONG || (this.#code === STRUCT && this.#low === SORTED_STRUCT);
    const hasNone = this.#low === NULL || this.#code === 1;
    const length = hasNone ? 0 : isLong ? this.#varUInt() : this.#low;
    this.#start = this.#at;
    this.#after = this.#at + length;
    if (this.#after > end || this.#at > end) throw malformed();
  }

  #readSymbolTable(): void {
    const after = this.#after;
    const symbols: string[] = [];
    let before = [...SYSTEM_SYMBOLS];
    for (const field of this.#within()) {
      if (field === 'symbols' && TYPES[this.#code] === IonTypes.LIST) {
        for (const _ of this.#within()) symbols.push(this.#code === 8 ? this.#text() : '$0');
      } else if (field === 'imports') before = this.#imported();
    }
    this.#countSymbols(before.length + symbols.length);
    this.#symbols = before.concat(symbols);
    this.#after = after;
  }

  /** The symbols before a table's own: those there are when it imports them, or as many as it says without their texts. */
  #imported(): string[] {
    if (TYPES[this.#code] === IonTypes.SYMBOL) {
      const isOwn = this.#unsigned(this.#start, this.#after) === SYMBOL_TABLE;
      return isOwn ? this.#symbols : [...SYSTEM_SYMBOLS];
    }
    const symbols = [...SYSTEM_SYMBOLS];
    for (const _ of this.#within()) {
      for (const field of this.#within()) {
        if (field !== 'max_id') continue;
        const most = this.numberValue();
        this.#countSymbols(most);
        for (let i = 0; i < most; i++) symbols.push(`$${symbols.length}`);
      }
    }
    return symbols;
  }

  #countSymbols(more: number): void {
    this.#tabled += more;
    if (!(more >= 0 && this.#tabled <= MOST_SYMBOLS)) throw malformed();
  }

  /** Steps through the values of a container of a symbol table, each time with the value's field name. */
  *#within(): Generator<string> {
    const after = this.#after;
    const isContainer = this.#code >= 0xb && this.#code <= STRUCT;
    if (isContainer) {
      this.stepIn();
      while (this.#at < this.#end) {
        if (!this.#readValue()) continue;
        const next = this.#after;
        yield this.fieldName() ?? '';
        this.#at = next;
      }
      this.stepOut();
    }
    this.#after = after;
  }

  #symbol(id: number): string {
    return this.#symbols[id] ?? `$${id}`;
  }

  #text(): string {
    return this.#texts.text(this.bytes, this.#start, this.#after, this.#view);
  }

  #unsigned(start: number, end: number): number {
    let value = 0;
    for (let at = start; at < end; at++) value = value * 256 + (this.bytes[at] ?? 0);
    return value;
  }

  #varUInt(): number {
    let value = 0;
    for (;;) {
      const byte = this.bytes[this.#at++];
      if (byte === undefined || value > Number.MAX_SAFE_INTEGER / 256) throw malformed();
      value = value * 128 + (byte & 0x7f);
      if (byte & 0x80) return value;
    }
  }
}

const malformed = () => new UnreadableBytes('The profile is not well-formed Ion.');
