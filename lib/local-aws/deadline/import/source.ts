import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { COLUMNS, type ColumnName } from './columns';
import { csvHeader } from './csv-header';
import { checkLines } from './csv-lines';
import { Refusal } from './refusal';

/** A file as DuckDB reads it: rows in their order. */
export type Source = {
  /** What stands after FROM. */
  table: string;
  /** The known columns that it has, by what they are called in `table`, with DuckDB's types. */
  columns: ReadonlyMap<ColumnName, { reference: string; type: string }>;
  /** The names of those that are not known. */
  passedOver: string[];
  /** Whether broken rows are kept apart, in DuckDB's table `reject_errors`. */
  csv: boolean;
};

/** Bytes of a row. The buffers that DuckDB reads into are sized after it. */
const LONGEST_LINE = 128 * 1024;

/** A longer row is not even counted among the rejected: a file that has one is refused. */
const LONGEST_TOLD = 16 * LONGEST_LINE;

/** Faulty fields of a CSV file that are kept: what is beyond is passed over as well, but not told. */
export const MOST_BROKEN = 100_000;

/** Looks at a .csv or .parquet file. Throws a Refusal when it isn't one or misses a column. */
export async function openSource(connection: DuckDBConnection, file: string): Promise<Source> {
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) throw new Refusal(`There is no file ${file}.`);
  switch (extname(file).toLowerCase()) {
    case '.csv':
      return csvSource(file);
    case '.parquet':
      return parquetSource(connection, file);
    default:
      throw new Refusal('The file is to be a .csv or a .parquet.');
  }
}

async function csvSource(file: string): Promise<Source> {
  const header = await csvHeader(file);
  await checkLines(file, LONGEST_TOLD);
  const types = header.map((_, i) => `'c${i}': 'VARCHAR'`).join(', ');
  const settings = [
    'auto_detect = false',
    'hive_partitioning = false',
    'header = true',
    "delim = ','",
    `quote = '"'`,
    `escape = '"'`,
    `max_line_size = ${LONGEST_LINE}`,
    `buffer_size = ${32 * LONGEST_LINE}`,
    'store_rejects = true',
    `rejects_limit = ${MOST_BROKEN}`,
    `columns = {${types}}`,
  ];
  const named = header.map((name, i) => ({ name, reference: `c${i}`, type: 'VARCHAR' }));
  return { table: `read_csv(${literal(file)}, ${settings.join(', ')})`, csv: true, ...sorted(named) };
}

async function parquetSource(connection: DuckDBConnection, file: string): Promise<Source> {
  const table = `read_parquet(${literal(file)}, hive_partitioning = false)`;
  const described = await connection.runAndReadAll(`DESCRIBE FROM ${table}`).catch((error: Error) => {
    throw new Refusal(`The file can't be read as Parquet: ${error.message.split('\n')[0]}`);
  });
  const named = described.getRowObjects().map((row) => {
    const name = String(row.column_name);
    return { name, reference: `"${name.replaceAll('"', '""')}"`, type: String(row.column_type) };
  });
  return { table, csv: false, ...sorted(named) };
}

type Named = { name: string; reference: string; type: string };

function sorted(found: Named[]): Pick<Source, 'columns' | 'passedOver'> {
  const columns = new Map<ColumnName, Named>();
  const passedOver: string[] = [];
  for (const column of found) {
    const called = column.name.trim().toLowerCase();
    const known = COLUMNS.find(({ name }) => name === called);
    if (!known) passedOver.push(column.name);
    else if (columns.has(known.name)) throw new Refusal(`The file has two columns ${known.name}.`);
    else columns.set(known.name, column);
  }
  const missing = COLUMNS.filter(({ name, required }) => required && !columns.has(name));
  if (missing.length === 0) return { columns, passedOver };
  throw new Refusal(`The file has no column ${missing.map(({ name }) => name).join(', ')}.`);
}

/** A path as a string of SQL in which no character stands for several. */
function literal(path: string): string {
  return `'${path.replaceAll(/[*?[]/g, '[$&]').replaceAll("'", "''")}'`;
}
