import { type DuckDBConnection, LIST, listValue, VARCHAR } from '@duckdb/node-api';

/** The text columns of a session record. Stored sessions have a key in place of each text. */
export const TEXT_COLUMNS = [
  'farm_id',
  'queue_id',
  'fleet_id',
  'job_id',
  'job_name',
  'user_id',
  'usage_type',
  'instance_type',
  'license_product',
] as const;

export type TextColumn = (typeof TEXT_COLUMNS)[number];

/** Key of an absent text. */
export const NO_TEXT = 0;

const LAST_KEY = `(SELECT coalesce(max(key), ${NO_TEXT}) FROM session_text)`;

/** Name of the column of keys: `farm_key` for `farm_id`. */
export const keyOf = (column: TextColumn) => `${column.replace(/_id$/, '')}_key`;

export async function createSessionTexts(connection: DuckDBConnection): Promise<void> {
  await connection.run(`CREATE TABLE IF NOT EXISTS session_text (
    text_column VARCHAR NOT NULL,
    key INTEGER NOT NULL,
    text VARCHAR NOT NULL
  )`);
}

export type SessionText = { column: TextColumn; text: string };

/** The keys of the texts that have one, by `nameOf`. */
export async function sessionKeys(
  connection: DuckDBConnection,
  texts: readonly SessionText[],
): Promise<Map<string, number>> {
  const found = await connection.runAndReadAll(
    `SELECT text_column, text, key
     FROM session_text JOIN (SELECT unnest($1) AS text_column, unnest($2) AS text) USING (text_column, text)`,
    [listValue(texts.map(({ column }) => column)), listValue(texts.map(({ text }) => text))],
    [LIST(VARCHAR), LIST(VARCHAR)],
  );
  return new Map(found.getRows().map(([column, text, key]) => [`${column} ${text}`, Number(key)]));
}

export const nameOf = ({ column, text }: SessionText) => `${column} ${text}`;

/** The keys of texts, by `nameOf`. A text without one gets a new key. Keys never change. */
export async function keysOrNew(
  connection: DuckDBConnection,
  texts: readonly SessionText[],
): Promise<Map<string, number>> {
  const keys = await sessionKeys(connection, texts);
  const [[last = 0] = []] = (await connection.runAndReadAll(`SELECT ${LAST_KEY}`)).getRows();
  let key = Number(last);
  const appender = await connection.createAppender('session_text');
  for (const one of texts) {
    if (keys.has(nameOf(one))) continue;
    key += 1;
    keys.set(nameOf(one), key);
    appender.appendVarchar(one.column);
    appender.appendInteger(key);
    appender.appendVarchar(one.text);
    appender.endRow();
  }
  appender.closeSync();
  return keys;
}

/** Adds keys for the new texts of the relation `from`, one column at a time to save memory. */
export async function addKeys(connection: DuckDBConnection, from: string): Promise<void> {
  for (const column of TEXT_COLUMNS) {
    await connection.run(
      `INSERT INTO session_text
       SELECT '${column}', ${LAST_KEY} + row_number() OVER (), text
       FROM (SELECT DISTINCT ${column} AS text FROM ${from} WHERE ${column} IS NOT NULL)
       ANTI JOIN (FROM session_text WHERE text_column = '${column}') USING (text)`,
    );
  }
}

/** The relation `from` with the keys of some of its texts in additional columns. */
export function withKeys(from: string, columns: readonly TextColumn[]): string {
  const keys = columns.map((column) => `coalesce(of_${column}.key, ${NO_TEXT}) AS ${keyOf(column)}`);
  return joined(from, columns, keys, (column) => `of_${column}.text = source.${column}`);
}

/** The relation `from` with the texts of some of its keys in additional columns; NULL for an absent text. */
export function withTexts(from: string, columns: readonly TextColumn[]): string {
  const texts = columns.map((column) => `of_${column}.text AS ${column}`);
  return joined(from, columns, texts, (column) => `of_${column}.key = source.${keyOf(column)}`);
}

function joined(
  from: string,
  columns: readonly TextColumn[],
  added: string[],
  condition: (column: TextColumn) => string,
): string {
  const joins = columns.map(
    (column) =>
      `LEFT JOIN session_text AS of_${column} ON of_${column}.text_column = '${column}' AND ${condition(column)}`,
  );
  return `(SELECT ${['source.*', ...added].join(', ')} FROM ${from} AS source ${joins.join(' ')})`;
}
