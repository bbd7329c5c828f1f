import { DuckDBListValue, type DuckDBValue } from '@duckdb/node-api';
import type { Database } from '../../store/database';
import type { Farm, Fleet, Queue } from '../farm';

type Row = Record<string, DuckDBValue>;

const MADE_BY = 'import-sessions';

/** The farms that were imported, by name. What a file of sessions doesn't tell is the least that the model allows [?]. */
export async function importedFarms(database: Database): Promise<Farm[]> {
  const farms = new Map<string, Farm>();
  for (const row of await rowsOf(database, 'imported_farm')) {
    const farmId = String(row.farm_id);
    const description = 'Sessions that were imported.';
    farms.set(farmId, { farmId, description, costScaleFactor: 1, ...named(row), queues: [], fleets: [] });
  }
  for (const row of await rowsOf(database, 'imported_queue')) {
    farms.get(String(row.farm_id))?.queues.push(queueOf(row));
  }
  for (const row of await rowsOf(database, 'imported_fleet')) {
    farms.get(String(row.farm_id))?.fleets.push(fleetOf(row));
  }
  return [...farms.values()];
}

function rowsOf(database: Database, table: string): Promise<Row[]> {
  return database.rows(
    `SELECT * REPLACE (created_at::DOUBLE AS created_at) FROM ${table} ORDER BY name, farm_id`,
  );
}

function named(row: Row) {
  return { displayName: String(row.name), createdAt: Number(row.created_at), createdBy: MADE_BY };
}

function queueOf(row: Row): Queue {
  return { queueId: String(row.queue_id), status: 'IDLE', ...named(row) };
}

function fleetOf(row: Row): Fleet {
  const types = row.instance_types instanceof DuckDBListValue ? row.instance_types.items.map(String) : [];
  return {
    fleetId: String(row.fleet_id),
    status: 'ACTIVE',
    workerCount: 0,
    maxWorkerCount: 0,
    instanceTypes: types,
    vCpuCount: { min: 1 },
    memoryMiB: { min: 512 },
    ...named(row),
  };
}
