import type { DuckDBConnection } from '@duckdb/node-api';
import type { Database } from '../../store/database';
import { giveKeys, keyOf, TEXT_COLUMNS, withKeys, withTexts } from '../statistics/session-texts';
import { createFarmTables } from '../store/farm-tables';
import { Refusal } from './refusal';
import { type Rejected, rejectedOf } from './rejected';
import { openSource, type Source } from './source';
import { stage } from './stage';

/** Farms, queues or fleets that a data folder can have: more are a sign of a wrong column. */
const MOST_RESOURCES = 10_000;

/** The rows of a file are held beside those that are there: more than the server takes, which doesn't run meanwhile. */
const MEMORY = '2GB';

/** What tells one session from another: all of it but the job's name, which can change. */
const IDENTITY = [
  ...TEXT_COLUMNS.filter((column) => column !== 'job_name').map(keyOf),
  'started_at',
  'ended_at',
  'cost_micro_usd',
].join(', ');

/** The keys of the farms that staged rows are of. */
const FARM_KEYS = `(
  SELECT key FROM session_text WHERE text_column = 'farm_id' AND text IN (SELECT farm_id FROM temp.staged)
)`;

export type ImportOptions = {
  /** Whether all is undone in the end. */
  dryRun: boolean;
  /** Whether the other rows are taken when some are rejected; otherwise none is. */
  skipRejected: boolean;
};

export type ImportReport = {
  rejected: Rejected;
  /** Rows that were not there before, and that were. */
  added: number;
  known: number;
  /** The span of the starts of the rows that are good, epoch milliseconds; undefined without any. */
  span: [number, number] | undefined;
  /** Names of columns that mean nothing here. */
  passedOver: string[];
  written: boolean;
};

class Undone extends Error {
  constructor(readonly report: ImportReport) {
    super('undone');
  }
}

/**
 * Adds the sessions of a file in one transaction: all of them are there when it resolves, or none. A row is taken as
 * often as the file has it more than the database does, so that the same file, or one that overlaps another, doubles
 * nothing. Throws a Refusal for a file that can't be read.
 */
export async function importSessions(
  database: Database,
  file: string,
  options: ImportOptions,
  makeTables = () => createFarmTables(database),
): Promise<ImportReport> {
  await database.run(`SET memory_limit = '${MEMORY}'`);
  const { rejected, passedOver } = await database.exclusively((connection) => read(connection, file));
  await makeTables();
  const written = rejected.total === 0 || (options.skipRejected && !rejected.torn);
  try {
    return await database.transaction(async (connection) => {
      const report = { rejected, passedOver, written, ...(await add(connection)) };
      if (options.dryRun || !written) throw new Undone({ ...report, written: false });
      return report;
    });
  } catch (error) {
    if (error instanceof Undone) return error.report;
    throw error;
  }
}

/**
 * Leaves the good rows of a file in the temporary table `staged`. Before the transaction: DuckDB takes a table for
 * empty that isn't committed, and joins it as such.
 */
async function read(
  connection: DuckDBConnection,
  file: string,
): Promise<Pick<ImportReport, 'rejected' | 'passedOver'>> {
  await connection.run('DROP TABLE IF EXISTS temp.reject_errors; DROP TABLE IF EXISTS temp.reject_scans');
  const source = await openSource(connection, file);
  await stageOrRefuse(connection, source);
  const rejected = await rejectedOf(connection, source);
  await connection.run('DELETE FROM temp.staged WHERE reason IS NOT NULL');
  return { rejected, passedOver: source.passedOver };
}

async function stageOrRefuse(connection: DuckDBConnection, source: Source): Promise<void> {
  await stage(connection, source).catch((error: Error) => {
    if (error instanceof Refusal || /out of memory|no space|interrupt/i.test(error.message)) throw error;
    throw new Refusal(`The file can't be read: ${error.message.split('\n')[0]}`);
  });
}

async function add(connection: DuckDBConnection): Promise<Pick<ImportReport, 'added' | 'known' | 'span'>> {
  const [row] = await rowsOf(
    connection,
    `SELECT count(*)::DOUBLE AS good, min(started_at)::DOUBLE AS first, max(started_at)::DOUBLE AS last
     FROM temp.staged`,
  );
  const good = Number(row?.good);
  const added = await addRecords(connection);
  await nameJobs(connection);
  await addResources(connection);
  return { added, known: good - added, span: good > 0 ? [Number(row?.first), Number(row?.last)] : undefined };
}

/** Sorted by farm and start, so that a span of time is read without the rest. Gives how many were added. */
async function addRecords(connection: DuckDBConnection): Promise<number> {
  await giveKeys(connection, 'temp.staged');
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE keyed AS
     SELECT ${IDENTITY}, job_name_key FROM ${withKeys('temp.staged', TEXT_COLUMNS)}`,
  );
  const [row] = await rowsOf(
    connection,
    `INSERT INTO session BY NAME
     WITH compared AS (
       SELECT *, 1 AS more FROM temp.keyed
       UNION ALL
       SELECT ${IDENTITY}, job_name_key, -1 AS more FROM session
       WHERE farm_key IN ${FARM_KEYS}
         AND started_at >= (SELECT min(started_at) FROM temp.keyed)
         AND started_at <= (SELECT max(started_at) FROM temp.keyed)
     ), missing AS (
       SELECT ${IDENTITY}, max(job_name_key) AS job_name_key, sum(more)::BIGINT AS copies
       FROM compared GROUP BY ${IDENTITY} HAVING sum(more) > 0
     )
     SELECT ${IDENTITY}, job_name_key FROM (SELECT *, unnest(range(copies)) FROM missing)
     ORDER BY farm_key, started_at`,
  );
  return Number(row?.Count);
}

/** All sessions of a job have one name: the one that is given now, else the one that was; an id alone is none. */
async function nameJobs(connection: DuckDBConnection): Promise<void> {
  const named = `(
    SELECT farm_id, queue_id, job_id,
      coalesce(max(job_name) FILTER (job_name <> job_id), max(imported_job.name)) AS job_name
    FROM temp.staged LEFT JOIN imported_job USING (farm_id, queue_id, job_id) GROUP BY ALL
  )`;
  await connection.run(
    `UPDATE session SET job_name_key = job.job_name_key
     FROM ${withKeys(named, ['farm_id', 'queue_id', 'job_id', 'job_name'])} AS job
     WHERE session.farm_key = job.farm_key AND session.queue_key = job.queue_key
       AND session.job_key = job.job_key AND session.job_name_key <> job.job_name_key
       AND job.job_name IS NOT NULL`,
  );
}

/** Makes the farms, queues, fleets and jobs of the staged rows, or brings them up to date. */
async function addResources(connection: DuckDBConnection): Promise<void> {
  await addNamed(connection, 'farm', 'farm_id');
  await addNamed(connection, 'queue', 'farm_id, queue_id');
  await addNamed(connection, 'fleet', 'farm_id, fleet_id');
  const types = `(SELECT DISTINCT farm_key, fleet_key, instance_type_key FROM session WHERE farm_key IN ${FARM_KEYS})`;
  await connection.run(
    `UPDATE imported_fleet SET instance_types = used.types FROM (
       SELECT farm_id, fleet_id, list(instance_type ORDER BY instance_type)[1:100] AS types
       FROM ${withTexts(types, ['farm_id', 'fleet_id', 'instance_type'])}
       WHERE instance_type IS NOT NULL GROUP BY ALL
     ) AS used
     WHERE imported_fleet.farm_id = used.farm_id AND imported_fleet.fleet_id = used.fleet_id`,
  );
  const jobs = `(
    SELECT farm_key, queue_key, job_key, job_name_key, user_key,
      min(started_at) AS first_start, max(started_at) AS last_start
    FROM session WHERE farm_key IN ${FARM_KEYS} GROUP BY ALL
  )`;
  await connection.run(`DELETE FROM imported_job WHERE farm_id IN (SELECT farm_id FROM temp.staged)`);
  await connection.run(
    `INSERT INTO imported_job
     SELECT farm_id, queue_id, job_id, max(job_name), min(user_id), min(first_start), max(last_start)
     FROM ${withTexts(jobs, ['farm_id', 'queue_id', 'job_id', 'job_name', 'user_id'])} GROUP BY ALL`,
  );
}

/** A name that is given replaces one that was; an id alone leaves it. */
async function addNamed(connection: DuckDBConnection, kind: string, key: string): Promise<void> {
  const table = `imported_${kind}`;
  const rest = kind === 'fleet' ? ', []::VARCHAR[]' : '';
  await connection.run(
    `INSERT INTO ${table}
     SELECT ${key}, coalesce(max(${kind}_name), ${kind}_id), min(started_at) ${rest}
     FROM temp.staged GROUP BY ${key}
     ON CONFLICT DO UPDATE SET created_at = least(created_at, excluded.created_at),
       name = CASE WHEN excluded.name = excluded.${kind}_id THEN name ELSE excluded.name END`,
  );
  const [row] = await rowsOf(connection, `SELECT count(*)::INTEGER AS n FROM ${table}`);
  if (Number(row?.n) <= MOST_RESOURCES) return;
  throw new Refusal(
    `There would be more than ${MOST_RESOURCES} ${kind}s: is the column ${kind} the right one?`,
  );
}

async function rowsOf(connection: DuckDBConnection, sql: string) {
  return (await connection.runAndReadAll(sql)).getRowObjects();
}
