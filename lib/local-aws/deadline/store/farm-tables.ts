import type { Database } from '../../store/database';
import { createSessionTables } from '../statistics/session-records';
import { migrateFormat2 } from './format-2';

/** The tables that an import fills. Instants in epoch milliseconds. */
const IMPORTED = `
  CREATE TABLE IF NOT EXISTS imported_farm (
    farm_id VARCHAR PRIMARY KEY, name VARCHAR NOT NULL, created_at BIGINT NOT NULL
  );
  CREATE TABLE IF NOT EXISTS imported_queue (
    farm_id VARCHAR NOT NULL, queue_id VARCHAR NOT NULL, name VARCHAR NOT NULL, created_at BIGINT NOT NULL,
    PRIMARY KEY (farm_id, queue_id)
  );
  CREATE TABLE IF NOT EXISTS imported_fleet (
    farm_id VARCHAR NOT NULL, fleet_id VARCHAR NOT NULL, name VARCHAR NOT NULL, created_at BIGINT NOT NULL,
    instance_types VARCHAR[] NOT NULL,
    PRIMARY KEY (farm_id, fleet_id)
  );
  CREATE TABLE IF NOT EXISTS imported_job (
    farm_id VARCHAR NOT NULL, queue_id VARCHAR NOT NULL, job_id VARCHAR NOT NULL, name VARCHAR NOT NULL,
    user_id VARCHAR NOT NULL, first_start BIGINT NOT NULL, last_start BIGINT NOT NULL
  );
`;

/** Creates the tables of sessions and farms and migrates those of an older data folder, in one transaction. */
export function createFarmTables(database: Database): Promise<void> {
  return database.transaction(async (connection) => {
    await createSessionTables(connection);
    await connection.run(IMPORTED);
    await migrateFormat2(connection);
  });
}
