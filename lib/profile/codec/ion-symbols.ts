import { type IonCursor, LIST_TYPE, malformed, POSITIVE, STRING, STRUCT, SYMBOL } from './ion-cursor';
import { type TextTable, utf8Text } from './text-table';

/** https://amazon-ion.github.io/ion-docs/docs/symbols.html: symbols that are always there, and their places. */
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
export const SYMBOL_TABLE = 3;
const NAME = 4;
const IMPORTS = 6;
const SYMBOLS = 7;
const MAX_ID = 8;

/** Of all symbol tables together, each counted whole: one that adds to the one before is a copy of it. */
const MAX_SYMBOLS = 10_000_000;

export const UNKNOWN = -1;

/**
 * The texts of symbols, as ids of `texts`, by the newest symbol table. Symbols of shared tables, which are not known, are
 * called `$` and their number.
 */
export class IonSymbols {
  #system: readonly number[];
  /** Symbol → id of its text, or UNKNOWN. */
  ids: readonly number[];
  #tabled = 0;

  constructor(readonly texts: TextTable) {
    this.#system = SYSTEM_SYMBOLS.map((text) => texts.idOf(text));
    this.ids = this.#system;
  }

  id(symbol: number): number {
    const id = this.ids[symbol] ?? UNKNOWN;
    return id === UNKNOWN ? this.texts.idOf(`$${symbol}`) : id;
  }

  /** As at the start of a payload. */
  reset(): void {
    this.ids = this.#system;
  }

  /** Reads the symbol table that the cursor has come to. */
  read(cursor: IonCursor): void {
    const added: number[] = [];
    let before = this.#system;
    cursor.stepIn();
    while (cursor.next()) {
      const { field, code } = cursor;
      if (field === SYMBOLS && code === LIST_TYPE) this.#readTexts(cursor, added);
      else if (field === IMPORTS) before = this.#imported(cursor);
    }
    cursor.stepOut();
    this.#count(before.length + added.length);
    this.ids = before.concat(added);
  }

  #readTexts(cursor: IonCursor, into: number[]): void {
    cursor.stepIn();
    while (cursor.next()) {
      const isText = cursor.code === STRING && !cursor.isNull;
      into.push(
        isText
          ? this.texts.id(cursor.bytes, cursor.view, cursor.start, cursor.after)
          : (this.#system[0] ?? 0),
      );
    }
    cursor.stepOut();
  }

  /** The symbols before a table's own: those there are when it imports them, or as many as it says without their texts. */
  #imported(cursor: IonCursor): readonly number[] {
    const code: number = cursor.code;
    if (code === SYMBOL) return cursor.unsigned() === SYMBOL_TABLE ? this.ids : this.#system;
    if (code !== LIST_TYPE) return this.#system;
    const ids = [...this.#system];
    cursor.stepIn();
    while (cursor.next()) {
      if (cursor.code === STRUCT) this.#passShared(cursor, ids);
    }
    cursor.stepOut();
    return ids;
  }

  /** An import without a name is passed over; of one without max_id nobody knows what its symbols are called. */
  #passShared(cursor: IonCursor, ids: number[]): void {
    let isNamed = false;
    let most: number | undefined;
    cursor.stepIn();
    while (cursor.next()) {
      if (cursor.field === NAME) isNamed = isTableName(cursor);
      else if (cursor.field === MAX_ID) most = wholeNumber(cursor);
    }
    cursor.stepOut();
    if (!isNamed) return;
    if (most === undefined) throw malformed();
    this.#count(most);
    for (let i = 0; i < most; i++) ids.push(UNKNOWN);
  }

  #count(more: number): void {
    this.#tabled += more;
    if (!(this.#tabled <= MAX_SYMBOLS)) throw malformed();
  }
}

/** The system's symbols are always there, imported or not. */
function isTableName({ code, bytes, start, after }: IonCursor): boolean {
  return code === STRING && after > start && utf8Text(bytes, start, after) !== '$ion';
}

/** Undefined for anything but an int of zero or more. */
function wholeNumber(cursor: IonCursor): number | undefined {
  return cursor.code === POSITIVE && !cursor.isNull ? cursor.unsigned() : undefined;
}
