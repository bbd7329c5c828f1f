import {
  BIGINT,
  type DuckDBConnection,
  DuckDBDataChunk,
  type DuckDBType,
  type DuckDBValue,
  VARCHAR,
} from '@duckdb/node-api';
import type { Database } from '../store/database';

export const USAGE_TYPES = ['COMPUTE', 'LICENSE', 'PERSISTENT_VOLUME'] as const;
export type UsageType = (typeof USAGE_TYPES)[number];

/** One use of something that is paid for, in one session. Instants in epoch milliseconds. */
export type SessionRecord = {
  farmId: string;
  queueId: string;
  fleetId: string;
  jobId: string;
  jobName: string;
  userId: string;
  usageType: UsageType;
  instanceType: string | undefined;
  licenseProduct: string | undefined;
  startedAt: number;
  endedAt: number;
  /** Millionths of a US dollar before the farm's cost scale factor, whole, so that sums are exact. */
  costMicroUsd: number;
};

export async function createSessionRecords(database: Database): Promise<void> {
  await database.run(`CREATE TABLE IF NOT EXISTS session_record (
    farm_id VARCHAR NOT NULL,
    queue_id VARCHAR NOT NULL,
    fleet_id VARCHAR NOT NULL,
    job_id VARCHAR NOT NULL,
    job_name VARCHAR NOT NULL,
    user_id VARCHAR NOT NULL,
    usage_type VARCHAR NOT NULL,
    instance_type VARCHAR,
    license_product VARCHAR,
    started_at BIGINT NOT NULL,
    ended_at BIGINT NOT NULL,
    cost_micro_usd BIGINT NOT NULL
  )`);
}

const CHUNK_ROWS = 2048;

/** The table's columns in their order. */
const COLUMNS: { type: DuckDBType; value(record: SessionRecord): DuckDBValue }[] = [
  { type: VARCHAR, value: ({ farmId }) => farmId },
  { type: VARCHAR, value: ({ queueId }) => queueId },
  { type: VARCHAR, value: ({ fleetId }) => fleetId },
  { type: VARCHAR, value: ({ jobId }) => jobId },
  { type: VARCHAR, value: ({ jobName }) => jobName },
  { type: VARCHAR, value: ({ userId }) => userId },
  { type: VARCHAR, value: ({ usageType }) => usageType },
  { type: VARCHAR, value: ({ instanceType }) => instanceType ?? null },
  { type: VARCHAR, value: ({ licenseProduct }) => licenseProduct ?? null },
  { type: BIGINT, value: ({ startedAt }) => BigInt(startedAt) },
  { type: BIGINT, value: ({ endedAt }) => BigInt(endedAt) },
  { type: BIGINT, value: ({ costMicroUsd }) => BigInt(costMicroUsd) },
];

/** Adds records on a connection, within its transaction if it has one. */
export async function appendSessionRecords(
  connection: DuckDBConnection,
  records: readonly SessionRecord[],
): Promise<void> {
  const appender = await connection.createAppender('session_record');
  for (let first = 0; first < records.length; first += CHUNK_ROWS) {
    const rows = records.slice(first, first + CHUNK_ROWS);
    const chunk = DuckDBDataChunk.create(
      COLUMNS.map(({ type }) => type),
      rows.length,
    );
    for (const [i, { value }] of COLUMNS.entries()) chunk.setColumnValues(i, rows.map(value));
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}
