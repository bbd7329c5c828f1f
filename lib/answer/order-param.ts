import { createParser } from 'nuqs/server';
import type { TableOrder } from './table-order';

/** Parses the order of a table in a URL: the name of a column, as in `cost`, or descending `-cost`. */
export const orderParam = <Column extends string>(
  columns: readonly Column[],
  nameOf: (column: Column) => string = (column) => column,
) =>
  createParser<TableOrder<Column>>({
    parse: (text) => {
      const descending = text.startsWith('-');
      const name = text.slice(descending ? 1 : 0);
      const by = columns.find((column) => nameOf(column) === name);
      return by === undefined ? null : { by, descending };
    },
    serialize: ({ by, descending }) => `${descending ? '-' : ''}${nameOf(by)}`,
    eq: (a, b) => a.by === b.by && a.descending === b.descending,
  });
