import type { DuckDBValue } from '@duckdb/node-api';
import { STATISTICS, type Statistic } from '@/lib/farm/session-statistics';

type Row = Record<string, DuckDBValue>;

const KEY_MEMBERS = {
  queue_id: 'queueId',
  fleet_id: 'fleetId',
  job_id: 'jobId',
  job_name: 'jobName',
  user_id: 'userId',
  usage_type: 'usageType',
  license_product: 'licenseProduct',
  instance_type: 'instanceType',
} as const;

/** The wire's members of a row: only the requested keys and statistics. */
export function statisticsOf(row: Row, requested: Statistic[]): object {
  const keys = Object.entries(KEY_MEMBERS).flatMap(([column, member]) =>
    typeof row[column] === 'string' ? [[member, row[column]]] : [],
  );
  return {
    ...Object.fromEntries(keys),
    count: Number(row.records),
    costInUsd: statsOf(row, 'cost_usd', requested),
    runtimeInSeconds: statsOf(row, 'runtime_seconds', requested),
    aggregationStartTime: new Date(Number(row.from_ms)).toISOString(),
    aggregationEndTime: new Date(Number(row.to_ms)).toISOString(),
  };
}

function statsOf(row: Row, column: string, requested: Statistic[]): object {
  const names = STATISTICS.filter((statistic) => requested.includes(statistic)).map((name) =>
    name.toLowerCase(),
  );
  return Object.fromEntries(names.map((name) => [name, Number(row[`${name}_${column}`])]));
}
