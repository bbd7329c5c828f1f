import type { DuckDBConnection } from '@duckdb/node-api';
import { withKeys, withTexts } from '../statistics/session-texts';
import { ImportError } from './import-error';

/** Maximum farms, queues or fleets of a data folder. More are a sign of a wrong column. */
const MAX_RESOURCES = 10_000;

/** The keys of the staged rows' farms. */
export const STAGED_FARM_KEYS = `(
  SELECT key FROM session_text WHERE text_column = 'farm_id' AND text IN (SELECT farm_id FROM temp.staged)
)`;

/** Gives all sessions of a job one name: the one of this file, else the one of an earlier file. An id is no name. */
export async function nameJobs(connection: DuckDBConnection): Promise<void> {
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

/** Adds or updates the farms, queues, fleets and jobs of the staged rows. */
export async function updateResources(connection: DuckDBConnection): Promise<void> {
  await addNamed(connection, 'farm', 'farm_id');
  await addNamed(connection, 'queue', 'farm_id, queue_id');
  await addNamed(connection, 'fleet', 'farm_id, fleet_id');
  const types = `(SELECT DISTINCT farm_key, fleet_key, instance_type_key FROM session WHERE farm_key IN ${STAGED_FARM_KEYS})`;
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
    FROM session WHERE farm_key IN ${STAGED_FARM_KEYS} GROUP BY ALL
  )`;
  await connection.run(`DELETE FROM imported_job WHERE farm_id IN (SELECT farm_id FROM temp.staged)`);
  await connection.run(
    `INSERT INTO imported_job
     SELECT farm_id, queue_id, job_id, max(job_name), min(user_id), min(first_start), max(last_start)
     FROM ${withTexts(jobs, ['farm_id', 'queue_id', 'job_id', 'job_name', 'user_id'])} GROUP BY ALL`,
  );
}

/** A given name replaces the earlier one; an id alone keeps it. */
async function addNamed(connection: DuckDBConnection, kind: string, key: string): Promise<void> {
  const table = `imported_${kind}`;
  const extraValues = kind === 'fleet' ? ', []::VARCHAR[]' : '';
  await connection.run(
    `INSERT INTO ${table}
     SELECT ${key}, coalesce(max(${kind}_name), ${kind}_id), min(started_at) ${extraValues}
     FROM temp.staged GROUP BY ${key}
     ON CONFLICT DO UPDATE SET created_at = least(created_at, excluded.created_at),
       name = CASE WHEN excluded.name = excluded.${kind}_id THEN name ELSE excluded.name END`,
  );
  const count = await connection.runAndReadAll(`SELECT count(*)::INTEGER AS n FROM ${table}`);
  if (Number(count.getRows()[0]?.[0]) <= MAX_RESOURCES) return;
  throw new ImportError(
    `There would be more than ${MAX_RESOURCES} ${kind}s. Check that ${kind} is the right column.`,
  );
}
