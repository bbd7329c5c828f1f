import type { DuckDBConnection } from '@duckdb/node-api';
import { MAX_REJECT_ERRORS, type Source } from './source';
import { firstInvalid } from './stage-rows';

const MAX_REPORTED = 20;

/** The rejected rows. Rows are numbered as records, from 1 for the header of a CSV file or the first row of a Parquet file. */
export type RejectedRows = {
  total: number;
  /** Whether there may be more than `total`. */
  isLowerBound: boolean;
  /** Whether one may hide the rows after it, as an unclosed quote does. Such rows can't be skipped. */
  mayHideRows: boolean;
  /** The first ones, with the reason for each. */
  first: { row: number; reason: string }[];
};

/** Collects the invalid rows that `stageRows` found and the malformed rows of a CSV file. */
export async function rejectedRows(
  connection: DuckDBConnection,
  source: Source,
  reservedFarmIds: readonly string[],
): Promise<RejectedRows> {
  const malformed = source.isCsv ? await malformedRows(connection) : [];
  const isLowerBound = source.isCsv && (await count(connection, 'temp.reject_errors')) >= MAX_REJECT_ERRORS;
  const invalid = await count(connection, 'temp.staged WHERE reason IS NOT NULL');
  const rowOf = rowNumbers(malformed.map(({ row }) => row));
  const firstInvalidRows =
    invalid > 0 ? await firstInvalid(connection, source, reservedFarmIds, MAX_REPORTED) : [];
  const first = firstInvalidRows.map(({ n, reason }) => ({ row: source.isCsv ? rowOf(n) : n, reason }));
  return {
    total: invalid + malformed.length,
    isLowerBound,
    mayHideRows: malformed.some(({ reason }) => reason === UNCLOSED),
    first: [...first, ...malformed.slice(0, MAX_REPORTED)]
      .sort((a, b) => a.row - b.row)
      .slice(0, MAX_REPORTED),
  };
}

const UNCLOSED = 'a quote is not closed or is followed by other text';

const REASONS: ReadonlyMap<string, string> = new Map([
  ['TOO MANY COLUMNS', 'has more fields than the header'],
  ['MISSING COLUMNS', 'has fewer fields than the header'],
  ['UNQUOTED VALUE', UNCLOSED],
  ['INVALID ENCODING', 'is not UTF-8'],
  ['LINE SIZE OVER MAXIMUM', 'is longer than 128 KiB'],
]);

async function malformedRows(connection: DuckDBConnection): Promise<{ row: number; reason: string }[]> {
  const found = await connection.runAndReadAll(
    `SELECT line::DOUBLE AS line, min(error_type)::VARCHAR AS error FROM temp.reject_errors
     GROUP BY line ORDER BY line`,
  );
  return found.getRowObjects().map(({ line, error }) => ({
    row: Number(line),
    reason: REASONS.get(String(error)) ?? 'is not CSV',
  }));
}

async function count(connection: DuckDBConnection, from: string): Promise<number> {
  const result = await connection.runAndReadAll(`SELECT count(*)::INTEGER FROM ${from}`);
  return Number(result.getRows()[0]?.[0]);
}

/** Returns the row number of the n-th well-formed record, given the numbers of the malformed rows in order. */
function rowNumbers(malformed: number[]): (n: number) => number {
  return (n) => {
    let skipped = 0;
    while (skipped < malformed.length && (malformed[skipped] ?? 0) - (skipped + 1) <= n) skipped++;
    return n + 1 + skipped;
  };
}
