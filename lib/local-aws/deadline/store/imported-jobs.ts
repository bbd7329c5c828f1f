import type { DuckDBValue } from '@duckdb/node-api';
import type { Database, Parameter } from '../../store/database';
import type { Job, JobPosition } from '../job';

const COLUMNS = `job_id, name, user_id, first_start::DOUBLE AS from_ms, last_start::DOUBLE AS last_ms`;

/** [?] An imported job was created when its first session started, and has the middle priority. */
const PRIORITY = 50;

/** At most `count` imported jobs of a queue created by `now`, newest first, after a position in that order. */
export async function importedJobs(
  database: Database,
  farmId: string,
  queueId: string,
  now: number,
  count: number,
  after?: JobPosition,
): Promise<Job[]> {
  const parameters: Parameter[] = [farmId, queueId, now, count];
  if (after) parameters.push(after.createdAt, after.jobId);
  const rows = await database.rows(
    `SELECT ${COLUMNS} FROM imported_job
     WHERE farm_id = $1 AND queue_id = $2 AND first_start <= $3::BIGINT
       ${after ? 'AND (first_start < $5::BIGINT OR (first_start = $5::BIGINT AND job_id < $6))' : ''}
     ORDER BY first_start DESC, job_id DESC LIMIT $4::BIGINT`,
    parameters,
  );
  return rows.map(jobOf);
}

/** The imported jobs of a queue, among the given ones, that were created by `now`. */
export async function findImportedJobs(
  database: Database,
  farmId: string,
  queueId: string,
  jobIds: readonly string[],
  now: number,
): Promise<Job[]> {
  const parameters: Parameter[] = [farmId, queueId, now];
  const ids = jobIds.map((id) => `$${parameters.push(id)}::VARCHAR`);
  const rows = await database.rows(
    `SELECT ${COLUMNS} FROM imported_job
     WHERE farm_id = $1 AND queue_id = $2 AND first_start <= $3::BIGINT AND job_id IN (${ids.join(', ')})`,
    parameters,
  );
  return rows.map(jobOf);
}

function jobOf(row: Record<string, DuckDBValue>): Job {
  const from = Number(row.from_ms);
  return {
    jobId: String(row.job_id),
    name: String(row.name),
    userId: String(row.user_id),
    priority: PRIORITY,
    createdAt: from,
    from,
    to: Number(row.last_ms) + 1,
    fails: false,
  };
}
