import type { DuckDBConnection } from '@duckdb/node-api';
import type { AggregationPeriod, AwsKey, StatisticsRequest } from '@/lib/farm/session-statistics';
import { DAY, HOUR, MINUTE } from '@/lib/time/duration';
import type { Parameter } from '../../store/database';
import { keyOf, NO_TEXT, sessionKeys, type TextColumn, withTexts } from './session-texts';

const KEY_COLUMNS: Record<AwsKey, TextColumn> = {
  QUEUE_ID: 'queue_id',
  FLEET_ID: 'fleet_id',
  JOB_ID: 'job_id',
  USER_ID: 'user_id',
  USAGE_TYPE: 'usage_type',
  INSTANCE_TYPE: 'instance_type',
  LICENSE_PRODUCT: 'license_product',
};

/** A bucket's unit in DuckDB's words, and the length of the pieces that make up a bucket. */
const PERIODS: Record<AggregationPeriod, { unit: string; pieceMs: number; pieces: 'one' | 'several' }> = {
  HOURLY: { unit: 'hour', pieceMs: HOUR, pieces: 'one' },
  DAILY: { unit: 'day', pieceMs: DAY, pieces: 'one' },
  WEEKLY: { unit: 'week', pieceMs: DAY, pieces: 'several' },
  MONTHLY: { unit: 'month', pieceMs: DAY, pieces: 'several' },
};

export type AggregationQuery = StatisticsRequest & {
  /** Only records that ended by this instant count. */
  now: number;
  costScaleFactor: number;
  /** Maximum rows of the table. */
  maxRows: number;
};

/**
 * Creates `table` with the rows of an aggregation, ordered by bucket and keys: DuckDB's `rowid` numbers the rows of a
 * new table from 0 in their order. Records are first summed by whole hours or days since 1970 in local time, which is
 * fast, then days by the calendar; DuckDB's weeks start on Monday. Sums are of integers, so that they don't depend on
 * the order in which threads add.
 */
export async function createStatisticsTable(
  connection: DuckDBConnection,
  table: string,
  query: AggregationQuery,
): Promise<void> {
  const parameters: Parameter[] = [];
  const bind = (value: number, type: 'BIGINT' | 'DOUBLE') => `$${parameters.push(value)}::${type}`;

  const keys = [...new Set(query.groupBy)].map((key) => keyOf(KEY_COLUMNS[key])).join(', ');
  const jobName = query.groupBy.includes('JOB_ID') ? 'max(job_name_key) AS job_name_key,' : '';
  const { unit, pieceMs, pieces } = PERIODS[query.period];
  const start = `make_timestamp(n * ${pieceMs} * 1000)`;
  const offset = bind(offsetOf(query.timezone), 'BIGINT');
  const scale = bind(query.costScaleFactor, 'DOUBLE');
  const resource = query.queueIds ? 'queue_id' : 'fleet_id';
  const farmKeys = await keysIn(connection, 'farm_id', [query.farmId]);
  const resourceKeys = await keysIn(connection, resource, query.queueIds ?? query.fleetIds ?? []);

  const bucketed =
    pieces === 'one'
      ? `SELECT ${start} AS bucket, * FROM piece`
      : summedPieces(`date_trunc('${unit}', ${start})`, keys, jobName);

  await connection.run(
    `CREATE TABLE ${table} AS
     WITH piece AS (
       SELECT (started_at + ${offset}) // ${pieceMs} AS n, ${keys}, ${jobName} count(*) AS records,
         ${minMaxSum('cost', 'cost_micro_usd')},
         ${minMaxSum('runtime', 'ended_at - started_at')}
       FROM session
       WHERE farm_key IN (${farmKeys}) AND ${keyOf(resource)} IN (${resourceKeys})
         AND started_at >= ${bind(query.startTime, 'BIGINT')} AND started_at < ${bind(query.endTime, 'BIGINT')}
         AND ended_at <= ${bind(query.now, 'BIGINT')}
       GROUP BY n, ${keys}
     ), bucketed AS (
       ${bucketed} LIMIT ${bind(query.maxRows, 'BIGINT')}
     )
     SELECT (epoch_ms(bucket) - ${offset})::DOUBLE AS from_ms,
       (epoch_ms(bucket + INTERVAL 1 ${unit}) - ${offset})::DOUBLE AS to_ms,
       ${keys}, ${jobName && 'job_name_key,'} records::INTEGER AS records,
       ${statistics('cost', 'cost_usd', `* ${scale} / 1e6`)},
       ${statistics('runtime', 'runtime_seconds', '/ 1e3')}
     FROM bucketed ORDER BY bucket, ${keys}`,
    parameters,
  );
}

/** The keys of texts that some session has. Without any it returns the key that matches no text. */
async function keysIn(connection: DuckDBConnection, column: TextColumn, texts: string[]): Promise<number[]> {
  const keys = await sessionKeys(
    connection,
    texts.map((text) => ({ column, text })),
  );
  return keys.size === 0 ? [NO_TEXT] : [...keys.values()];
}

/** Returns a query for `count` rows of an aggregation's table after the first `position`, with the texts of their keys. */
export function statisticsRows(
  table: string,
  groupBy: readonly AwsKey[],
  position: number,
  count: number,
): string {
  const texts = new Set(
    groupBy.flatMap((key) => (key === 'JOB_ID' ? (['job_id', 'job_name'] as const) : KEY_COLUMNS[key])),
  );
  return `FROM ${withTexts(`(SELECT *, rowid AS ordinal FROM ${table})`, [...texts])}
    WHERE ordinal >= ${position} AND ordinal < ${position + count} ORDER BY ordinal`;
}

/** Sums the pieces of each bucket. */
function summedPieces(bucket: string, keys: string, jobName: string): string {
  return `SELECT ${bucket} AS bucket, ${keys}, ${jobName} sum(records) AS records,
      ${minMaxSum('cost', 'min_cost', 'max_cost', 'sum_cost')},
      ${minMaxSum('runtime', 'min_runtime', 'max_runtime', 'sum_runtime')}
    FROM piece GROUP BY bucket, ${keys}`;
}

function minMaxSum(name: string, min: string, max = min, sum = min): string {
  return `min(${min}) AS min_${name}, max(${max}) AS max_${name}, sum(${sum}) AS sum_${name}`;
}

function statistics(from: string, name: string, toUnit: string): string {
  return [
    `min_${from}::DOUBLE ${toUnit} AS min_${name}`,
    `max_${from}::DOUBLE ${toUnit} AS max_${name}`,
    `sum_${from}::DOUBLE ${toUnit} AS sum_${name}`,
    `sum_${from}::DOUBLE ${toUnit} / records AS avg_${name}`,
  ].join(', ');
}

/** Milliseconds by which `UTC+05:30` is ahead of UTC. */
export function offsetOf(timezone: string): number {
  const ahead = Number(timezone.slice(4, 6)) * HOUR + Number(timezone.slice(7, 9)) * MINUTE;
  return timezone[3] === '-' ? -ahead : ahead;
}
