import type { DuckDBConnection } from '@duckdb/node-api';
import type { Database } from '../../store/database';
import { createFarmTables } from '../farm-tables';
import { createSessionRecords } from '../session-records';
import { Refusal } from './refusal';
import { type Rejected, rejectedOf } from './rejected';
import { openSource, type Source } from './source';
import { stage } from './stage';

/** Farms, queues or fleets that a data folder can have: more are a sign of a wrong column. */
const MOST_RESOURCES = 10_000;

/** The rows of a file are held beside those that are there: more than the server takes, which doesn't run meanwhile. */
const MEMORY = '2GB';

/** What tells one session from another: all of it but the job's name, which can change. */
const IDENTITY = `farm_id, queue_id, fleet_id, job_id, user_id, usage_type, instance_type, license_product,
  started_at, ended_at, cost_micro_usd`;

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
): Promise<ImportReport> {
  await database.run(`SET memory_limit = '${MEMORY}'`);
  await createSessionRecords(database);
  await createFarmTables(database);
  try {
    return await database.transaction(async (connection) => {
      const report = await add(connection, file, options.skipRejected);
      if (options.dryRun || !report.written) throw new Undone({ ...report, written: false });
      return report;
    });
  } catch (error) {
    if (error instanceof Undone) return error.report;
    throw error;
  }
}

async function add(connection: DuckDBConnection, file: string, skipRejected: boolean): Promise<ImportReport> {
  const source = await openSource(connection, file);
  await stageOrRefuse(connection, source);
  const rejected = await rejectedOf(connection, source);
  const [row] = await rowsOf(
    connection,
    `SELECT count(*)::DOUBLE AS good, min(started_at)::DOUBLE AS first, max(started_at)::DOUBLE AS last
     FROM temp.staged WHERE reason IS NULL`,
  );
  const good = Number(row?.good);
  const added = await addRecords(connection);
  await nameJobs(connection);
  await addResources(connection);
  return {
    rejected,
    added,
    known: good - added,
    span: good > 0 ? [Number(row?.first), Number(row?.last)] : undefined,
    passedOver: source.passedOver,
    written: rejected.total === 0 || (skipRejected && !rejected.torn),
  };
}

async function stageOrRefuse(connection: DuckDBConnection, source: Source): Promise<void> {
  await stage(connection, source).catch((error: Error) => {
    if (error instanceof Refusal || /out of memory|no space|interrupt/i.test(error.message)) throw error;
    throw new Refusal(`The file can't be read: ${error.message.split('\n')[0]}`);
  });
}

/** Sorted by farm and start, so that a span of time is read without the rest. Gives how many were added. */
async function addRecords(connection: DuckDBConnection): Promise<number> {
  const [row] = await rowsOf(
    connection,
    `INSERT INTO session_record BY NAME
     WITH compared AS (
       SELECT ${IDENTITY}, job_name, 1 AS more FROM temp.staged WHERE reason IS NULL
       UNION ALL
       SELECT ${IDENTITY}, job_name, -1 AS more FROM session_record
       WHERE farm_id IN (SELECT DISTINCT farm_id FROM temp.staged WHERE reason IS NULL)
         AND started_at >= (SELECT min(started_at) FROM temp.staged WHERE reason IS NULL)
         AND started_at <= (SELECT max(started_at) FROM temp.staged WHERE reason IS NULL)
     ), missing AS (
       SELECT ${IDENTITY}, max(job_name) AS job_name, sum(more)::BIGINT AS copies
       FROM compared GROUP BY ${IDENTITY} HAVING sum(more) > 0
     )
     SELECT ${IDENTITY}, job_name FROM (SELECT *, unnest(range(copies)) FROM missing)
     ORDER BY farm_id, started_at`,
  );
  return Number(row?.Count);
}

/** All sessions of a job have one name: the one that is given now, else the one that was; an id alone is none. */
async function nameJobs(connection: DuckDBConnection): Promise<void> {
  await connection.run(
    `UPDATE session_record SET job_name = job.name FROM (
       SELECT farm_id, queue_id, job_id,
         coalesce(max(job_name) FILTER (job_name <> job_id), max(imported_job.name)) AS name
       FROM temp.staged LEFT JOIN imported_job USING (farm_id, queue_id, job_id)
       WHERE reason IS NULL GROUP BY ALL
     ) AS job
     WHERE session_record.farm_id = job.farm_id AND session_record.queue_id = job.queue_id
       AND session_record.job_id = job.job_id AND session_record.job_name <> job.name`,
  );
}

/** Makes the farms, queues, fleets and jobs of the staged rows, or brings them up to date. */
async function addResources(connection: DuckDBConnection): Promise<void> {
  const farms = '(SELECT DISTINCT farm_id FROM temp.staged WHERE reason IS NULL)';
  await addNamed(connection, 'farm', 'farm_id');
  await addNamed(connection, 'queue', 'farm_id, queue_id');
  await addNamed(connection, 'fleet', 'farm_id, fleet_id');
  await connection.run(
    `UPDATE imported_fleet SET instance_types = used.types FROM (
       SELECT farm_id, fleet_id, list(DISTINCT instance_type ORDER BY instance_type)[1:100] AS types
       FROM session_record WHERE farm_id IN ${farms} AND instance_type IS NOT NULL GROUP BY ALL
     ) AS used
     WHERE imported_fleet.farm_id = used.farm_id AND imported_fleet.fleet_id = used.fleet_id`,
  );
  await connection.run(`DELETE FROM imported_job WHERE farm_id IN ${farms}`);
  await connection.run(
    `INSERT INTO imported_job
     SELECT farm_id, queue_id, job_id, max(job_name), min(user_id), min(started_at), max(started_at)
     FROM session_record WHERE farm_id IN ${farms} GROUP BY ALL`,
  );
}

/** A name that is given replaces one that was; an id alone leaves it. */
async function addNamed(connection: DuckDBConnection, kind: string, key: string): Promise<void> {
  const table = `imported_${kind}`;
  const rest = kind === 'fleet' ? ', []::VARCHAR[]' : '';
  await connection.run(
    `INSERT INTO ${table}
     SELECT ${key}, coalesce(max(${kind}_name), ${kind}_id), min(started_at) ${rest}
     FROM temp.staged WHERE reason IS NULL GROUP BY ${key}
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
