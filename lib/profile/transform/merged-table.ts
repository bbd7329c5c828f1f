import { ensureCapacity } from '../tree/columns';
import { StringTable } from '../tree/string-table';

/**
 * Merges string tables in order of first use, regardless of their order in tables that trees share. Looks each string of a
 * table up only once, even when the table grows from tree to tree.
 */
export class MergedTable {
  readonly #texts = new StringTable();
  #table: readonly string[] = [];
  /** Index in the current table → merged index + 1, 0 when not yet used. */
  #indexes = new Uint32Array(0);

  get strings(): string[] {
    return this.#texts.strings;
  }

  add(text: string): void {
    this.#texts.index(text);
  }

  /** Makes this the table that `index` refers to. */
  use(table: readonly string[]): void {
    if (table !== this.#table) this.#indexes.fill(0);
    this.#table = table;
    this.#indexes = ensureCapacity(this.#indexes, table.length);
  }

  index(own: number): number {
    const known = this.#indexes[own] ?? 0;
    if (known > 0) return known - 1;
    const index = this.#texts.index(this.#table[own] ?? '');
    this.#indexes[own] = index + 1;
    return index;
  }
}
