import { stat } from 'node:fs/promises';
import { extname } from 'node:path';
import type { DuckDBConnection } from '@duckdb/node-api';
import { COLUMNS, type ColumnName } from './columns';
import { csvHeader } from './csv-header';
import { checkLines } from './csv-lines';
import { ImportError } from './import-error';

/** A file as DuckDB reads it, with the rows in file order. */
export type Source = {
  /** SQL for the FROM clause. */
  table: string;
  /** The known columns of the file: their names in `table` and DuckDB's types. */
  columns: ReadonlyMap<ColumnName, { reference: string; type: string }>;
  ignoredColumns: string[];
  /** CSV files have their malformed rows in DuckDB's table `reject_errors`. */
  isCsv: boolean;
};

/** DuckDB's read buffers are sized by this. */
const MAX_LINE_BYTES = 128 * 1024;

/** A file with a row longer than this is refused as a whole, as DuckDB doesn't report such rows. */
const MAX_REJECTED_LINE_BYTES = 16 * MAX_LINE_BYTES;

/** Errors that DuckDB stores for a CSV file. Rows with further errors are skipped without a trace. */
export const MAX_REJECT_ERRORS = 100_000;

/** Opens a .csv or .parquet file. Throws an ImportError for any other file and when a required column is missing. */
export async function openSource(connection: DuckDBConnection, file: string): Promise<Source> {
  const stats = await stat(file).catch(() => undefined);
  if (!stats?.isFile()) throw new ImportError(`There is no file ${file}.`);
  switch (extname(file).toLowerCase()) {
    case '.csv':
      return csvSource(file);
    case '.parquet':
      return parquetSource(connection, file);
    default:
      throw new ImportError('The file must be a .csv or a .parquet file.');
  }
}

async function csvSource(file: string): Promise<Source> {
  const header = await csvHeader(file);
  await checkLines(file, MAX_REJECTED_LINE_BYTES);
  const types = header.map((_, i) => `'c${i}': 'VARCHAR'`).join(', ');
  const settings = [
    'auto_detect = false',
    'hive_partitioning = false',
    'header = true',
    "delim = ','",
    `quote = '"'`,
    `escape = '"'`,
    `max_line_size = ${MAX_LINE_BYTES}`,
    `buffer_size = ${32 * MAX_LINE_BYTES}`,
    'store_rejects = true',
    `rejects_limit = ${MAX_REJECT_ERRORS}`,
    `columns = {${types}}`,
  ];
  const named = header.map((name, i) => ({ name, reference: `c${i}`, type: 'VARCHAR' }));
  return { table: `read_csv(${literal(file)}, ${settings.join(', ')})`, isCsv: true, ...knownColumns(named) };
}

async function parquetSource(connection: DuckDBConnection, file: string): Promise<Source> {
  const table = `read_parquet(${literal(file)}, hive_partitioning = false)`;
  const described = await connection.runAndReadAll(`DESCRIBE FROM ${table}`).catch((error: Error) => {
    throw new ImportError(`The file can't be read as Parquet: ${error.message.split('\n')[0]}`);
  });
  const named = described.getRowObjects().map((row) => {
    const name = String(row.column_name);
    return { name, reference: `"${name.replaceAll('"', '""')}"`, type: String(row.column_type) };
  });
  return { table, isCsv: false, ...knownColumns(named) };
}

type Named = { name: string; reference: string; type: string };

function knownColumns(found: Named[]): Pick<Source, 'columns' | 'ignoredColumns'> {
  const columns = new Map<ColumnName, Named>();
  const ignoredColumns: string[] = [];
  for (const column of found) {
    const name = column.name.trim().toLowerCase();
    const known = COLUMNS.find((one) => one.name === name);
    if (!known) ignoredColumns.push(column.name);
    else if (columns.has(known.name)) throw new ImportError(`The file has two columns named ${known.name}.`);
    else columns.set(known.name, column);
  }
  const missing = COLUMNS.filter(({ name, isRequired }) => isRequired && !columns.has(name));
  if (missing.length === 0) return { columns, ignoredColumns };
  throw new ImportError(`The file has no column ${missing.map(({ name }) => name).join(', ')}.`);
}

/** A path as an SQL string, its wildcards escaped. */
function literal(path: string): string {
  return `'${path.replaceAll(/[*?[]/g, '[$&]').replaceAll("'", "''")}'`;
}
