import type { DuckDBConnection } from '@duckdb/node-api';
import type { AggregationPeriod, GroupKey, StatisticsAsk } from '@/lib/farm/session-statistics';
import { HOUR, MINUTE } from '@/lib/time/duration';
import type { Parameter } from '../store/database';

const KEY_COLUMNS: Record<GroupKey, string> = {
  QUEUE_ID: 'queue_id',
  FLEET_ID: 'fleet_id',
  JOB_ID: 'job_id',
  USER_ID: 'user_id',
  USAGE_TYPE: 'usage_type',
  INSTANCE_TYPE: 'instance_type',
  LICENSE_PRODUCT: 'license_product',
};

const PERIOD_UNITS: Record<AggregationPeriod, string> = {
  HOURLY: 'hour',
  DAILY: 'day',
  WEEKLY: 'week',
  MONTHLY: 'month',
};

export type AggregationQuery = StatisticsAsk & {
  /** Only records that had ended by then count. */
  now: number;
  costScaleFactor: number;
  /** At most this many rows are made. */
  maxRows: number;
};

/**
 * Makes `table` with the rows of an aggregation, numbered from 1 by bucket and keys. DuckDB's weeks start on
 * Monday. Integers are summed, so that no statistic depends on the order in which threads add.
 */
export async function makeStatisticsTable(
  connection: DuckDBConnection,
  table: string,
  query: AggregationQuery,
): Promise<void> {
  const parameters: Parameter[] = [];
  const bind = (value: string | number, type: 'BIGINT' | 'DOUBLE' | 'VARCHAR') =>
    `$${parameters.push(value)}::${type}`;

  const keys = [...new Set(query.groupBy)].map((key) => KEY_COLUMNS[key]);
  const jobName = query.groupBy.includes('JOB_ID') ? 'max(job_name) AS job_name,' : '';
  const unit = PERIOD_UNITS[query.period];
  const offset = bind(offsetOf(query.timezone), 'BIGINT');
  const scale = bind(query.costScaleFactor, 'DOUBLE');
  const resource = query.queueIds ? 'queue_id' : 'fleet_id';
  const resourceIds = (query.queueIds ?? query.fleetIds ?? []).map((id) => bind(id, 'VARCHAR'));

  await connection.run(
    `CREATE TABLE ${table} AS
     WITH chosen AS (
       SELECT ${keys.join(', ')}, job_name, cost_micro_usd, ended_at - started_at AS runtime_ms,
         date_trunc('${unit}', epoch_ms(started_at + ${offset})) AS bucket
       FROM session_record
       WHERE farm_id = ${bind(query.farmId, 'VARCHAR')} AND ${resource} IN (${resourceIds.join(', ')})
         AND started_at >= ${bind(query.startTime, 'BIGINT')} AND started_at < ${bind(query.endTime, 'BIGINT')}
         AND ended_at <= ${bind(query.now, 'BIGINT')}
     ), grouped AS (
       SELECT bucket, ${keys.join(', ')}, ${jobName}
         count(*)::INTEGER AS records,
         ${statistics('cost_micro_usd', 'cost_usd', `* ${scale} / 1e6`)},
         ${statistics('runtime_ms', 'runtime_seconds', '/ 1e3')}
       FROM chosen GROUP BY bucket, ${keys.join(', ')} LIMIT ${bind(query.maxRows, 'BIGINT')}
     )
     SELECT row_number() OVER (ORDER BY bucket, ${keys.join(', ')})::INTEGER AS ordinal,
       (epoch_ms(bucket) - ${offset})::DOUBLE AS from_ms,
       (epoch_ms(bucket + INTERVAL 1 ${unit}) - ${offset})::DOUBLE AS to_ms,
       * EXCLUDE (bucket)
     FROM grouped ORDER BY ordinal`,
    parameters,
  );
}

function statistics(column: string, name: string, toUnit: string): string {
  return [
    `min(${column})::DOUBLE ${toUnit} AS min_${name}`,
    `max(${column})::DOUBLE ${toUnit} AS max_${name}`,
    `sum(${column})::DOUBLE ${toUnit} AS sum_${name}`,
    `sum(${column})::DOUBLE ${toUnit} / count(*) AS avg_${name}`,
  ].join(', ');
}

/** Milliseconds by which `UTC+05:30` is ahead of UTC. */
export function offsetOf(timezone: string): number {
  const ahead = Number(timezone.slice(4, 6)) * HOUR + Number(timezone.slice(7, 9)) * MINUTE;
  return timezone[3] === '-' ? -ahead : ahead;
}
