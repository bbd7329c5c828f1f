import { HOUR } from '@/lib/time/duration';
import type { Database } from '../../store/database';

export const FORMAT_2_FARM = `farm-${'a'.repeat(32)}`;
export const FORMAT_2_QUEUE = `queue-${'b'.repeat(32)}`;
export const FORMAT_2_AGGREGATION = 'e'.repeat(32);

/** Writes the tables of format 2 with sessions of one job: `sessions` licensed hours from `start` on at $0.65 each. */
export async function writeFormat2(database: Database, start: number, sessions: number): Promise<void> {
  await database.run(`
    CREATE TABLE session_record (
      farm_id VARCHAR NOT NULL, queue_id VARCHAR NOT NULL, fleet_id VARCHAR NOT NULL, job_id VARCHAR NOT NULL,
      job_name VARCHAR NOT NULL, user_id VARCHAR NOT NULL, usage_type VARCHAR NOT NULL, instance_type VARCHAR,
      license_product VARCHAR, started_at BIGINT NOT NULL, ended_at BIGINT NOT NULL, cost_micro_usd BIGINT NOT NULL
    );
    INSERT INTO session_record
    SELECT '${FORMAT_2_FARM}', '${FORMAT_2_QUEUE}', 'fleet-${'c'.repeat(32)}', 'job-${'d'.repeat(32)}',
      'shot 1', 'ann', 'LICENSE', NULL, 'Nuke', ${start} + n, ${start} + n + ${HOUR}, 650000
    FROM range(${sessions}) sessions(n);

    CREATE TABLE imported_farm (farm_id VARCHAR PRIMARY KEY, name VARCHAR NOT NULL, created_at BIGINT NOT NULL);
    INSERT INTO imported_farm VALUES ('${FORMAT_2_FARM}', 'Studio', ${start});
    CREATE TABLE imported_queue (
      farm_id VARCHAR NOT NULL, queue_id VARCHAR NOT NULL, name VARCHAR NOT NULL, created_at BIGINT NOT NULL,
      PRIMARY KEY (farm_id, queue_id)
    );
    INSERT INTO imported_queue VALUES ('${FORMAT_2_FARM}', '${FORMAT_2_QUEUE}', 'lighting', ${start});

    CREATE TABLE aggregation (
      aggregation_id VARCHAR NOT NULL, farm_id VARCHAR NOT NULL, started_at BIGINT NOT NULL, ask VARCHAR NOT NULL,
      status VARCHAR NOT NULL, message VARCHAR
    );
    INSERT INTO aggregation
    VALUES ('${FORMAT_2_AGGREGATION}', '${FORMAT_2_FARM}', ${start}, '{}', 'COMPLETED', NULL);
    CREATE TABLE statistics_${FORMAT_2_AGGREGATION} AS SELECT 1 AS ordinal, '${FORMAT_2_QUEUE}' AS queue_id;
  `);
}
