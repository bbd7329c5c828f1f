import { isObject, type JsonObject, JsonShape } from '../json-shape';

export const firefox = new JsonShape('a Firefox profile');

/** Columns of a table by name; a column that the table lacks is empty. */
export type Columns = { length: number; column(name: string): readonly unknown[] };

/**
 * Reads a table in either form: a list for each column (processed profiles), or rows with a schema that names their members (as
 * Firefox itself writes). Throws UndecodableProfile.
 */
export function columnsOf(value: unknown, where: string): Columns {
  const table = firefox.object(value, where);
  if (isObject(table.schema)) return columnsOfRows(table.schema, firefox.list(table.data, `${where}.data`));
  const lists = Object.values(table).filter((each) => Array.isArray(each));
  const length = Math.max(0, ...lists.map((list) => list.length));
  return { length, column: (name) => (Array.isArray(table[name]) ? table[name] : []) };
}

function columnsOfRows(schema: JsonObject, rows: readonly unknown[]): Columns {
  return {
    length: rows.length,
    column: (name) => {
      const at = schema[name];
      if (typeof at !== 'number') return [];
      return rows.map((row) => (Array.isArray(row) ? row[at] : undefined));
    },
  };
}
