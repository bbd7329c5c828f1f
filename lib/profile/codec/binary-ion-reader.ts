import { makeReader, type Reader } from 'ion-js';
import { tooMany } from '../tree/undecodable';
import { DECIMAL, FLOAT, IonCursor, MARKER, malformed, NEGATIVE, SYMBOL } from './ion-cursor';
import { IonSymbols, SYMBOL_TABLE } from './ion-symbols';
import { VERSION_MARKER } from './ion-writer';
import { PlainIonFrames } from './plain-ion-frames';
import { TextTable } from './text-table';
import {
  END,
  type FrameSink,
  INSTANT,
  type Kind,
  LIST,
  MEMBER_NAMES,
  NULL,
  NUMBER,
  OBJECT,
  OTHER,
  TEXT,
  type ValueReader,
} from './value-reader';

/** Ion type code → kind. */
const KINDS: readonly Kind[] = [
  NULL,
  OTHER,
  NUMBER,
  NUMBER,
  NUMBER,
  NUMBER,
  INSTANT,
  TEXT,
  TEXT,
  OTHER,
  OTHER,
  LIST,
  OTHER,
  OBJECT,
];

/**
 * Reads binary Ion in one pass. Throws UnreadableBytes for malformed Ion, UndecodableProfile for more than `maxValues` values,
 * not counting symbol tables.
 */
export class BinaryIonReader implements ValueReader {
  field = 0;
  readonly #texts = new TextTable(MEMBER_NAMES);
  readonly #symbols = new IonSymbols(this.#texts);
  readonly #cursor: IonCursor;
  readonly #plain: PlainIonFrames;
  #values = 0;

  constructor(
    bytes: Uint8Array,
    readonly maxValues = Infinity,
  ) {
    this.#cursor = new IonCursor(bytes);
    this.#plain = new PlainIonFrames(this.#cursor, this.#symbols, this.#texts);
  }

  next(): Kind {
    const cursor = this.#cursor;
    while (cursor.next()) {
      if (cursor.depth === 0 && this.#isSymbolContext()) continue;
      this.#values += 1;
      if (this.#values > this.maxValues) throw tooMany('values', this.maxValues);
      this.field = this.#symbols.id(cursor.field);
      return cursor.isNull ? NULL : (KINDS[cursor.code] ?? OTHER);
    }
    if (cursor.depth > 0) cursor.stepOut();
    return END;
  }

  /** Handles a version marker or symbol table, and returns whether the value was one. */
  #isSymbolContext(): boolean {
    const cursor = this.#cursor;
    if (cursor.code === MARKER) {
      this.#symbols.reset();
      return true;
    }
    const isTable = cursor.annotation === SYMBOL_TABLE && KINDS[cursor.code] === OBJECT;
    if (isTable) this.#symbols.read(cursor);
    return isTable;
  }

  enter(): void {
    this.#cursor.stepIn();
  }

  number(): number {
    const { code, start, after, view } = this.#cursor;
    if (code === DECIMAL) return this.#currentValue().decimalValue()?.numberValue() ?? 0;
    if (code !== FLOAT) return code === NEGATIVE ? -this.#cursor.unsigned() : this.#cursor.unsigned();
    const length = after - start;
    if (length === 0) return 0;
    if (length === 4) return view.getFloat32(start);
    if (length === 8) return view.getFloat64(start);
    throw malformed();
  }

  text(): number {
    const { code, bytes, view, start, after } = this.#cursor;
    if (code === SYMBOL) return this.#symbols.id(this.#cursor.unsigned());
    return this.#texts.id(bytes, view, start, after);
  }

  instant(): number | undefined {
    return this.#currentValue().timestampValue()?.getDate().getTime();
  }

  readPlainFrames(frames: FrameSink): number {
    const depth = this.#plain.read(frames, this.maxValues - this.#values);
    this.#values += this.#plain.values;
    return depth;
  }

  progress(): number {
    return this.#cursor.start / this.#cursor.bytes.length;
  }

  textOf(id: number): string {
    return this.#texts.texts[id] ?? '';
  }

  /** An ion-js reader of the current value only, for rare types. */
  #currentValue(): Reader {
    const { bytes, head, after } = this.#cursor;
    const reader = makeReader(Uint8Array.from([...VERSION_MARKER, ...bytes.subarray(head, after)]));
    reader.next();
    return reader;
  }
}
