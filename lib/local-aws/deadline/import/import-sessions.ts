import type { DuckDBConnection } from '@duckdb/node-api';
import type { Database } from '../../store/database';
import { addKeys, keyOf, TEXT_COLUMNS, withKeys } from '../statistics/session-texts';
import { createFarmTables } from '../store/farm-tables';
import { ImportError } from './import-error';
import { type RejectedRows, rejectedRows } from './rejected-rows';
import { nameJobs, STAGED_FARM_KEYS, updateResources } from './resources';
import { openSource } from './source';
import { stageRows } from './stage-rows';

/** Holds the rows of the file and the stored ones. More than the server uses, which isn't running during an import. */
const MEMORY_LIMIT = '2GB';

/** The columns that identify a session: all but the job's name, which can change. */
const IDENTITY = [
  ...TEXT_COLUMNS.filter((column) => column !== 'job_name').map(keyOf),
  'started_at',
  'ended_at',
  'cost_micro_usd',
].join(', ');

export type ImportOptions = {
  /** Rolls everything back in the end. */
  dryRun: boolean;
  /** Adds the remaining rows when some are rejected; otherwise none is added. */
  skipRejected: boolean;
  /** Farms whose rows are rejected. */
  reservedFarmIds?: readonly string[];
};

export type ImportReport = {
  rejected: RejectedRows;
  /** New rows. */
  added: number;
  /** Rows that were imported before. */
  known: number;
  /** First and last start of the valid rows, epoch milliseconds; undefined without any. */
  span: [number, number] | undefined;
  ignoredColumns: string[];
  isWritten: boolean;
};

class RolledBack extends Error {
  constructor(readonly report: ImportReport) {
    super('rolled back');
  }
}

/**
 * Adds the sessions of a file in one transaction, all or none. If the file has a row n times and the database m times,
 * n − m copies (if any) are added, so that importing a file twice, or overlapping files, doubles nothing. Throws an ImportError for
 * a file that can't be read.
 */
export async function importSessions(
  database: Database,
  file: string,
  options: ImportOptions,
  createTables = () => createFarmTables(database),
): Promise<ImportReport> {
  await database.run(`SET memory_limit = '${MEMORY_LIMIT}'`);
  const { reservedFarmIds = [] } = options;
  const { rejected, ignoredColumns } = await database.exclusively((connection) =>
    read(connection, file, reservedFarmIds),
  );
  await createTables();
  const isWritten = rejected.total === 0 || (options.skipRejected && !rejected.mayHideRows);
  try {
    return await database.transaction(async (connection) => {
      const report = { rejected, ignoredColumns, isWritten, ...(await add(connection)) };
      if (options.dryRun || !isWritten) throw new RolledBack({ ...report, isWritten: false });
      return report;
    });
  } catch (error) {
    if (error instanceof RolledBack) return error.report;
    throw error;
  }
}

/**
 * Reads the valid rows of a file into the temporary table `staged`. Runs before the transaction, because DuckDB plans
 * joins with an uncommitted table as if it were empty.
 */
async function read(
  connection: DuckDBConnection,
  file: string,
  reservedFarmIds: readonly string[],
): Promise<Pick<ImportReport, 'rejected' | 'ignoredColumns'>> {
  await connection.run('DROP TABLE IF EXISTS temp.reject_errors; DROP TABLE IF EXISTS temp.reject_scans');
  const source = await openSource(connection, file);
  await stageRows(connection, source, reservedFarmIds).catch((error: Error) => {
    if (error instanceof ImportError || /out of memory|no space|interrupt/i.test(error.message)) throw error;
    throw new ImportError(`The file can't be read: ${error.message.split('\n')[0]}`);
  });
  const rejected = await rejectedRows(connection, source, reservedFarmIds);
  await connection.run('DELETE FROM temp.staged WHERE reason IS NOT NULL');
  return { rejected, ignoredColumns: source.ignoredColumns };
}

async function add(connection: DuckDBConnection): Promise<Pick<ImportReport, 'added' | 'known' | 'span'>> {
  const [row] = await rowsOf(
    connection,
    `SELECT count(*)::DOUBLE AS valid, min(started_at)::DOUBLE AS first, max(started_at)::DOUBLE AS last
     FROM temp.staged`,
  );
  const valid = Number(row?.valid);
  const added = await addRecords(connection);
  await nameJobs(connection);
  await updateResources(connection);
  return {
    added,
    known: valid - added,
    span: valid > 0 ? [Number(row?.first), Number(row?.last)] : undefined,
  };
}

/** Adds the new records, sorted by farm and start, so that reading a span of time skips the rest. Returns their number. */
async function addRecords(connection: DuckDBConnection): Promise<number> {
  await addKeys(connection, 'temp.staged');
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE keyed AS
     SELECT ${IDENTITY}, job_name_key FROM ${withKeys('temp.staged', TEXT_COLUMNS)}`,
  );
  const [row] = await rowsOf(
    connection,
    `INSERT INTO session BY NAME
     WITH compared AS (
       SELECT *, 1 AS copies FROM temp.keyed
       UNION ALL
       SELECT ${IDENTITY}, job_name_key, -1 AS copies FROM session
       WHERE farm_key IN ${STAGED_FARM_KEYS}
         AND started_at >= (SELECT min(started_at) FROM temp.keyed)
         AND started_at <= (SELECT max(started_at) FROM temp.keyed)
     ), missing AS (
       SELECT ${IDENTITY}, max(job_name_key) AS job_name_key, sum(copies)::BIGINT AS copies
       FROM compared GROUP BY ${IDENTITY} HAVING sum(compared.copies) > 0
     )
     SELECT ${IDENTITY}, job_name_key FROM (SELECT *, unnest(range(copies)) FROM missing)
     ORDER BY farm_key, started_at`,
  );
  return Number(row?.Count);
}

async function rowsOf(connection: DuckDBConnection, sql: string) {
  return (await connection.runAndReadAll(sql)).getRowObjects();
}
