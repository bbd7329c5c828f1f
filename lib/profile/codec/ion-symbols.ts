import { type IonCursor, LIST_TYPE, malformed, POSITIVE, STRING, STRUCT, SYMBOL } from './ion-cursor';
import { type TextTable, utf8Text } from './text-table';

/** The system symbols by id (https://amazon-ion.github.io/ion-docs/docs/symbols.html). */
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

/** Limit over all symbol tables of a payload. A table that extends the previous one counts in full, because it is a copy. */
const MAX_SYMBOLS = 10_000_000;

export const UNKNOWN = -1;

/**
 * Maps symbols to ids in `texts` by the current symbol table. Symbols of shared tables, whose text is unknown, become `$` and
 * their number.
 */
export class IonSymbols {
  #system: readonly number[];
  /** Symbol → id of its text, or UNKNOWN. */
  ids: readonly number[];
  #symbolCount = 0;

  constructor(readonly texts: TextTable) {
    this.#system = SYSTEM_SYMBOLS.map((text) => texts.idOf(text));
    this.ids = this.#system;
  }

  id(symbol: number): number {
    const id = this.ids[symbol] ?? UNKNOWN;
    return id === UNKNOWN ? this.texts.idOf(`$${symbol}`) : id;
  }

  /** Resets to the state at the start of a payload. */
  reset(): void {
    this.ids = this.#system;
  }

  /** Reads the symbol table at the cursor. */
  read(cursor: IonCursor): void {
    const added: number[] = [];
    let imported = this.#system;
    cursor.stepIn();
    while (cursor.next()) {
      const { field, code } = cursor;
      if (field === SYMBOLS && code === LIST_TYPE) this.#readTexts(cursor, added);
      else if (field === IMPORTS) imported = this.#readImports(cursor);
    }
    cursor.stepOut();
    this.#count(imported.length + added.length);
    this.ids = imported.concat(added);
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

  /** The symbols before a table's own: the current ones if it imports those, or placeholders for those of shared tables. */
  #readImports(cursor: IonCursor): readonly number[] {
    const code: number = cursor.code;
    if (code === SYMBOL) return cursor.unsigned() === SYMBOL_TABLE ? this.ids : this.#system;
    if (code !== LIST_TYPE) return this.#system;
    const ids = [...this.#system];
    cursor.stepIn();
    while (cursor.next()) {
      if (cursor.code === STRUCT) this.#addShared(cursor, ids);
    }
    cursor.stepOut();
    return ids;
  }

  /** Adds placeholders for an import. Nameless imports are ignored; without max_id, later symbols can't be resolved. */
  #addShared(cursor: IonCursor, ids: number[]): void {
    let isNamed = false;
    let maxId: number | undefined;
    cursor.stepIn();
    while (cursor.next()) {
      if (cursor.field === NAME) isNamed = isTableName(cursor);
      else if (cursor.field === MAX_ID) maxId = unsignedInt(cursor);
    }
    cursor.stepOut();
    if (!isNamed) return;
    if (maxId === undefined) throw malformed();
    this.#count(maxId);
    for (let i = 0; i < maxId; i++) ids.push(UNKNOWN);
  }

  #count(more: number): void {
    this.#symbolCount += more;
    if (!(this.#symbolCount <= MAX_SYMBOLS)) throw malformed();
  }
}

/** Whether this names a shared table. The system table is always present, imported or not. */
function isTableName({ code, bytes, start, after }: IonCursor): boolean {
  return code === STRING && after > start && utf8Text(bytes, start, after) !== '$ion';
}

/** Undefined for anything but an int of at least 0. */
function unsignedInt(cursor: IonCursor): number | undefined {
  return cursor.code === POSITIVE && !cursor.isNull ? cursor.unsigned() : undefined;
}
