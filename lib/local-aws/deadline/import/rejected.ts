import type { DuckDBConnection } from '@duckdb/node-api';
import { MOST_BROKEN, type Source } from './source';
import { firstWrong } from './stage';

const TOLD = 20;

/** Rows that are not taken. Rows are counted as records, from 1 for the header of a CSV file or the first of a Parquet one. */
export type Rejected = {
  total: number;
  /** Whether there are more than `total`. */
  atLeast: boolean;
  /** Whether one of them may have taken others with it, as a quote does that is never closed: they can't be skipped. */
  torn: boolean;
  /** The first of them. */
  first: { row: number; reason: string }[];
};

/** What `stage` found wrong, and the rows of a CSV file that could not be taken apart. */
export async function rejectedOf(connection: DuckDBConnection, source: Source): Promise<Rejected> {
  const broken = source.csv ? await brokenRows(connection) : [];
  const atLeast = source.csv && (await count(connection, 'temp.reject_errors')) >= MOST_BROKEN;
  const wrong = await count(connection, 'temp.staged WHERE reason IS NOT NULL');
  const place = placesAmong(broken.map(({ row }) => row));
  const firstOnes = wrong > 0 ? await firstWrong(connection, source, TOLD) : [];
  const first = firstOnes.map(({ n, reason }) => ({ row: source.csv ? place(n) : n, reason }));
  return {
    total: wrong + broken.length,
    atLeast,
    torn: broken.some(({ reason }) => reason === UNCLOSED),
    first: [...first, ...broken.slice(0, TOLD)].sort((a, b) => a.row - b.row).slice(0, TOLD),
  };
}

const UNCLOSED = 'a quote is not closed, or something follows it';

const FAULTS: ReadonlyMap<string, string> = new Map([
  ['TOO MANY COLUMNS', 'it has more fields than the header'],
  ['MISSING COLUMNS', 'it has fewer fields than the header'],
  ['UNQUOTED VALUE', UNCLOSED],
  ['INVALID ENCODING', 'it is not UTF-8'],
  ['LINE SIZE OVER MAXIMUM', 'it is longer than 128 KiB'],
]);

async function brokenRows(connection: DuckDBConnection): Promise<{ row: number; reason: string }[]> {
  const found = await connection.runAndReadAll(
    `SELECT line::DOUBLE AS line, min(error_type)::VARCHAR AS fault FROM temp.reject_errors
     GROUP BY line ORDER BY line`,
  );
  return found.getRowObjects().map(({ line, fault }) => ({
    row: Number(line),
    reason: FAULTS.get(String(fault)) ?? 'it is no CSV',
  }));
}

async function count(connection: DuckDBConnection, from: string): Promise<number> {
  const counted = await connection.runAndReadAll(`SELECT count(*)::INTEGER FROM ${from}`);
  return Number(counted.getRows()[0]?.[0]);
}

/** The row of the n-th record that could be taken apart, given the rows that could not, ascending. */
function placesAmong(broken: number[]): (n: number) => number {
  return (n) => {
    let skipped = 0;
    while (skipped < broken.length && (broken[skipped] ?? 0) - (skipped + 1) <= n) skipped++;
    return n + 1 + skipped;
  };
}
