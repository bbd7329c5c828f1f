import { BIGINT, type DuckDBConnection, DuckDBDataChunk, type DuckDBValue, INTEGER } from '@duckdb/node-api';
import {
  createSessionTexts,
  keyOf,
  keysOrNew,
  NO_TEXT,
  nameOf,
  type SessionText,
  TEXT_COLUMNS,
  type TextColumn,
} from './session-texts';

export const USAGE_TYPES = ['COMPUTE', 'LICENSE', 'PERSISTENT_VOLUME'] as const;
export type UsageType = (typeof USAGE_TYPES)[number];

/** One billed use of an instance, licence or volume in one session. Instants in epoch milliseconds. */
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
  /** Millionths of a US dollar before the farm's cost scale factor; integers, so that sums are exact. */
  costMicroUsd: number;
};

/** Creates the table `session`: one row per record, with keys instead of texts, which are in `session_text`. */
export async function createSessionTables(connection: DuckDBConnection): Promise<void> {
  await createSessionTexts(connection);
  await connection.run(`CREATE TABLE IF NOT EXISTS session (
    ${TEXT_COLUMNS.map((column) => `${keyOf(column)} INTEGER NOT NULL`).join(', ')},
    started_at BIGINT NOT NULL,
    ended_at BIGINT NOT NULL,
    cost_micro_usd BIGINT NOT NULL
  )`);
}

const TEXTS: Record<TextColumn, (record: SessionRecord) => string | undefined> = {
  farm_id: ({ farmId }) => farmId,
  queue_id: ({ queueId }) => queueId,
  fleet_id: ({ fleetId }) => fleetId,
  job_id: ({ jobId }) => jobId,
  job_name: ({ jobName }) => jobName,
  user_id: ({ userId }) => userId,
  usage_type: ({ usageType }) => usageType,
  instance_type: ({ instanceType }) => instanceType,
  license_product: ({ licenseProduct }) => licenseProduct,
};

const NUMBERS: ((record: SessionRecord) => number)[] = [
  ({ startedAt }) => startedAt,
  ({ endedAt }) => endedAt,
  ({ costMicroUsd }) => costMicroUsd,
];

/** DuckDB types of the table's columns, in order. */
const TYPES = [...TEXT_COLUMNS.map(() => INTEGER), ...NUMBERS.map(() => BIGINT)];

const CHUNK_ROWS = 2048;

/** Appends records on a connection, within its transaction if it has one. */
export async function appendSessionRecords(
  connection: DuckDBConnection,
  records: readonly SessionRecord[],
): Promise<void> {
  const keys = await keysOrNew(connection, textsOf(records));
  const columns: DuckDBValue[][] = [
    ...TEXT_COLUMNS.map((column) => records.map((record) => keyIn(keys, column, TEXTS[column](record)))),
    ...NUMBERS.map((number) => records.map((record) => BigInt(number(record)))),
  ];
  const appender = await connection.createAppender('session');
  for (let first = 0; first < records.length; first += CHUNK_ROWS) {
    const chunk = DuckDBDataChunk.create(TYPES, Math.min(CHUNK_ROWS, records.length - first));
    for (const [i, values] of columns.entries()) {
      chunk.setColumnValues(i, values.slice(first, first + CHUNK_ROWS));
    }
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

function textsOf(records: readonly SessionRecord[]): SessionText[] {
  return TEXT_COLUMNS.flatMap((column) =>
    [...new Set(records.map(TEXTS[column]))].flatMap((text) => (text === undefined ? [] : { column, text })),
  );
}

const keyIn = (keys: ReadonlyMap<string, number>, column: TextColumn, text: string | undefined) =>
  (text === undefined ? undefined : keys.get(nameOf({ column, text }))) ?? NO_TEXT;
