import { DuckDBListValue, type DuckDBValue } from '@duckdb/node-api';
import type { Database } from '../../store/database';
import type { Farm, Fleet, Queue } from '../farm';
import type { JobPosition } from '../job';
import type { FarmSource } from './farm-source';
import { findImportedJobs, importedJobs } from './imported-jobs';

type Row = Record<string, DuckDBValue>;

/** After the sample farms. */
const FARM_RANK = 1;

const CREATED_BY = 'import-sessions';

/** A farm whose sessions were imported. It has no budgets: a file of sessions names none. */
class ImportedFarm implements FarmSource {
  constructor(
    private readonly database: Database,
    readonly farm: Farm,
  ) {}

  historyStart(): number {
    return Number.NEGATIVE_INFINITY;
  }

  async loadSessions(): Promise<void> {}

  jobs(queueId: string, now: number, count: number, after?: JobPosition) {
    return importedJobs(this.database, this.farm.farmId, queueId, now, count, after);
  }

  findJobs(queueId: string, jobIds: readonly string[], now: number) {
    return findImportedJobs(this.database, this.farm.farmId, queueId, jobIds, now);
  }

  budgets(): [] {
    return [];
  }
}

/** The imported farms by name. What a file of sessions doesn't say is the minimum that the model allows [?]. */
export async function importedFarms(database: Database): Promise<FarmSource[]> {
  const farms = new Map<string, Farm>();
  for (const row of await rowsOf(database, 'imported_farm')) {
    const farmId = String(row.farm_id);
    const description = 'Imported sessions.';
    farms.set(farmId, {
      farmId,
      description,
      costScaleFactor: 1,
      ...named(row),
      rank: FARM_RANK,
      queues: [],
      fleets: [],
    });
  }
  for (const row of await rowsOf(database, 'imported_queue')) {
    farms.get(String(row.farm_id))?.queues.push(queueOf(row));
  }
  for (const row of await rowsOf(database, 'imported_fleet')) {
    farms.get(String(row.farm_id))?.fleets.push(fleetOf(row));
  }
  return [...farms.values()].map((farm) => new ImportedFarm(database, farm));
}

function rowsOf(database: Database, table: string): Promise<Row[]> {
  return database.rows(
    `SELECT * REPLACE (created_at::DOUBLE AS created_at) FROM ${table} ORDER BY name, farm_id`,
  );
}

function named(row: Row) {
  return { displayName: String(row.name), createdAt: Number(row.created_at), createdBy: CREATED_BY, rank: 0 };
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
