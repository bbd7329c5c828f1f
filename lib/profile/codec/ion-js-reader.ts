import { type IonType, IonTypes, makeReader, type Reader } from 'ion-js';
import { StringTable } from '../tree/string-table';
import { tooMany, UndecodableProfile } from '../tree/undecodable';
import {
  END,
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

/** ion-js copies its stack at each value of Ion text, so the time per value grows with the depth. */
const MAX_DEPTH = 4_000;

const KINDS = new Map<IonType, Kind>([
  [IonTypes.STRUCT, OBJECT],
  [IonTypes.LIST, LIST],
  [IonTypes.STRING, TEXT],
  [IonTypes.SYMBOL, TEXT],
  [IonTypes.INT, NUMBER],
  [IonTypes.FLOAT, NUMBER],
  [IonTypes.DECIMAL, NUMBER],
  [IonTypes.TIMESTAMP, INSTANT],
]);

/**
 * Reads Ion text, which is rare, with ion-js. Throws UndecodableProfile for more than `maxValues` values or too deep nesting.
 * Skipped values count too, because ion-js skips a container of text by stepping through it with these methods.
 */
export class IonJsReader implements ValueReader {
  field = 0;
  readonly #reader: Reader;
  readonly #texts = new StringTable();
  #values = 0;

  constructor(
    bytes: Uint8Array,
    readonly maxValues: number,
  ) {
    for (const word of MEMBER_NAMES) this.#texts.index(word);
    this.#reader = this.#limited(makeReader(bytes));
  }

  #limited(reader: Reader): Reader {
    const next = reader.next.bind(reader);
    const stepIn = reader.stepIn.bind(reader);
    reader.next = () => {
      const type = next();
      if (type !== null) this.#values += 1;
      if (this.#values > this.maxValues) throw tooMany('values', this.maxValues);
      return type;
    };
    reader.stepIn = () => {
      if (reader.depth() >= MAX_DEPTH) throw new UndecodableProfile('The profile is nested too deep.');
      stepIn();
    };
    return reader;
  }

  next(): Kind {
    const reader = this.#reader;
    const type = reader.next();
    if (type === null) {
      if (reader.depth() > 0) reader.stepOut();
      return END;
    }
    this.field = this.#texts.index(reader.fieldName() ?? '');
    return reader.isNull() ? NULL : (KINDS.get(type) ?? OTHER);
  }

  enter(): void {
    this.#reader.stepIn();
  }

  number(): number {
    const isDecimal = this.#reader.type() === IonTypes.DECIMAL;
    return (isDecimal ? this.#reader.decimalValue()?.numberValue() : this.#reader.numberValue()) ?? 0;
  }

  text(): number {
    return this.#texts.index(this.#reader.stringValue() ?? '');
  }

  instant(): number | undefined {
    return this.#reader.timestampValue()?.getDate().getTime();
  }

  progress(): number {
    return 0;
  }

  textOf(id: number): string {
    return this.#texts.strings[id] ?? '';
  }
}
