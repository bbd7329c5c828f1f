import type { DuckDBAppender, DuckDBConnection } from '@duckdb/node-api';
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
  instanceType?: string;
  licenseProduct?: string;
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

/** Adds records on a connection, within its transaction if it has one. */
export async function appendSessionRecords(
  connection: DuckDBConnection,
  records: Iterable<SessionRecord>,
): Promise<void> {
  const appender = await connection.createAppender('session_record');
  for (const record of records) {
    appender.appendVarchar(record.farmId);
    appender.appendVarchar(record.queueId);
    appender.appendVarchar(record.fleetId);
    appender.appendVarchar(record.jobId);
    appender.appendVarchar(record.jobName);
    appender.appendVarchar(record.userId);
    appender.appendVarchar(record.usageType);
    appendOptional(appender, record.instanceType);
    appendOptional(appender, record.licenseProduct);
    appender.appendBigInt(BigInt(record.startedAt));
    appender.appendBigInt(BigInt(record.endedAt));
    appender.appendBigInt(BigInt(record.costMicroUsd));
    appender.endRow();
  }
  appender.closeSync();
}

function appendOptional(appender: DuckDBAppender, text: string | undefined): void {
  if (text === undefined) appender.appendNull();
  else appender.appendVarchar(text);
}
