import type { DuckDBConnection } from '@duckdb/node-api';
import { USAGE_TYPES } from '../statistics/session-records';
import type { ColumnName } from './columns';
import { ImportError } from './import-error';
import type { Source } from './source';

const DATE_TIME = String.raw`\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d([.]\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)`;
const NUMBER = String.raw`[+-]?(\d+([.]\d*)?|[.]\d+)([eE][+-]?\d+)?`;
const NUMBERS = /^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|UINTEGER|FLOAT|DOUBLE|DECIMAL.*)$/;

const MIN_INSTANT = Date.UTC(2000, 0);
const MAX_INSTANT = Date.UTC(2100, 0);

/**
 * Creates the temporary table `staged`: each row of the source with the members of a session record, and why it is
 * invalid (`reason`, NULL when it is valid). Ids are hashes of the names where only names are given.
 */
export async function stageRows(
  connection: DuckDBConnection,
  source: Source,
  reservedFarmIds: readonly string[],
): Promise<void> {
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE staged AS
     SELECT ${reasonOf(reservedFarmIds)} AS reason, farm_id, queue_id, fleet_id, job_id,
       ${nameOf('farm')}, ${nameOf('queue')}, ${nameOf('fleet')}, coalesce(job_name, job) AS job_name,
       "user" AS user_id, upper(usage_type) AS usage_type, instance_type, license_product, started_at, ended_at,
       CASE WHEN cost_usd BETWEEN 0 AND 1000000 THEN round(cost_usd * 1e6)::BIGINT END AS cost_micro_usd
     FROM ${rowsWithIds(source, source.table)}`,
  );
}

/** The first invalid rows, numbered from 1 among the well-formed ones. */
export async function firstInvalid(
  connection: DuckDBConnection,
  source: Source,
  reservedFarmIds: readonly string[],
  count: number,
): Promise<{ n: number; reason: string }[]> {
  const numbered = `(SELECT *, row_number() OVER () AS n FROM ${source.table})`;
  const found = await connection.runAndReadAll(
    `SELECT n::DOUBLE AS n, reason FROM (SELECT n, ${reasonOf(reservedFarmIds)} AS reason FROM ${rowsWithIds(source, numbered, 'n,')})
     WHERE reason IS NOT NULL LIMIT ${count}`,
  );
  return found.getRowObjects().map(({ n, reason }) => ({ n: Number(n), reason: String(reason) }));
}

/** Returns a query for the fields of rows, with the ids that are given or derived. */
function rowsWithIds(source: Source, rows: string, extraColumns = ''): string {
  return `(
    SELECT *, ${idOf('queue', 'farm_id')} AS queue_id, ${idOf('fleet', 'farm_id')} AS fleet_id,
      ${idOf('job', 'queue_id')} AS job_id
    FROM (
      SELECT *, ${idOf('farm', "''")} AS farm_id FROM (
        SELECT ${extraColumns} ${TEXTS.map((name) => `${text(source, name)} AS ${name}`).join(', ')},
          ${instant(source, 'started')} AS started_at, ${instant(source, 'ended')} AS ended_at,
          ${number(source, 'cost_usd')} AS cost_usd
        FROM ${rows}
      )
    )
  )`;
}

const TEXTS = [
  'farm',
  'queue',
  'fleet',
  'job',
  '"user"',
  'usage_type',
  'instance_type',
  'license_product',
  'farm_name',
  'queue_name',
  'fleet_name',
  'job_name',
] as const;

/** The trimmed text; NULL when it is empty or there is no such column. */
function text({ columns }: Source, name: (typeof TEXTS)[number]): string {
  const column = columns.get(name.replaceAll('"', '') as ColumnName);
  return column ? `nullif(trim(${column.reference}::VARCHAR), '')` : 'NULL::VARCHAR';
}

/** Epoch milliseconds; NULL when invalid. A Parquet timestamp without a zone is read as UTC. */
function instant({ columns }: Source, name: ColumnName): string {
  const { reference = '', type = '' } = columns.get(name) ?? {};
  if (type === 'VARCHAR') {
    const cast = `TRY_CAST(trim(${reference}) AS TIMESTAMPTZ)`;
    return `CASE WHEN regexp_full_match(trim(${reference}), '${DATE_TIME}') THEN epoch_ms(${cast}) END`;
  }
  if (!type.startsWith('TIMESTAMP'))
    throw new ImportError(`The column ${name} has the type ${type}. Date-times are expected.`);
  const inMicroseconds = type.endsWith('ZONE') ? reference : `${reference}::TIMESTAMP`;
  return `CASE WHEN isfinite(${inMicroseconds}) THEN epoch_ms(${inMicroseconds}) END`;
}

function number({ columns }: Source, name: ColumnName): string {
  const { reference = '', type = '' } = columns.get(name) ?? {};
  if (NUMBERS.test(type)) return `${reference}::DOUBLE`;
  if (type !== 'VARCHAR')
    throw new ImportError(`The column ${name} has the type ${type}. Numbers are expected.`);
  return `CASE WHEN regexp_full_match(trim(${reference}), '${NUMBER}') THEN TRY_CAST(${reference} AS DOUBLE) END`;
}

/** Checks the length first, which is faster than the pattern. */
const isId = (kind: string) =>
  `(length(${kind}) = ${kind.length + 33} AND regexp_full_match(${kind}, '${kind}-[0-9a-f]{32}'))`;

/** The given id, or a hash of the name and the id of the parent. */
function idOf(kind: string, parent: string): string {
  return `CASE WHEN ${isId(kind)} THEN ${kind} ELSE '${kind}-' || md5(${parent} || '/' || ${kind}) END`;
}

/** The given name; NULL when only an id is given. */
function nameOf(kind: string): string {
  return `coalesce(${kind}_name, CASE WHEN NOT ${isId(kind)} THEN ${kind} END) AS ${kind}_name`;
}

const list = (texts: readonly string[]) => texts.map((word) => `'${word}'`).join(', ');

const tooLong = (name: string, maxLength: number) =>
  `WHEN length(${name}) > ${maxLength} THEN '${name.replaceAll('"', '')} is longer than ${maxLength} characters'`;

const hasNul = (name: string) =>
  `WHEN contains(${name}, chr(0)) THEN '${name.replaceAll('"', '')} contains a NUL character'`;

const dateTimeOf = (name: string) => `
  WHEN ${name}_at IS NULL THEN '${name} is not a date-time with a zone, such as 2026-11-24T10:00:00Z'
  WHEN ${name}_at NOT BETWEEN ${MIN_INSTANT} AND ${MAX_INSTANT} THEN '${name} is not between 2000 and 2100'`;

/** SQL for the first reason why a row is invalid, else NULL. */
const reasonOf = (reservedFarmIds: readonly string[]) => `CASE
  ${['farm', 'queue', 'fleet', 'job', '"user"', 'usage_type']
    .map((name) => `WHEN ${name} IS NULL THEN '${name.replaceAll('"', '')} is missing'`)
    .join('\n')}
  ${['farm', 'queue', 'fleet', 'farm_name', 'queue_name', 'fleet_name', 'instance_type', 'license_product']
    .map((name) => tooLong(name, 100))
    .join('\n')}
  ${tooLong('job', 512)} ${tooLong('job_name', 512)} ${tooLong('"user"', 256)}
  ${TEXTS.map(hasNul).join('\n')}
  WHEN farm_id IN (${list(['', ...reservedFarmIds])}) THEN 'farm is one of the sample farms'
  WHEN upper(usage_type) NOT IN (${list(USAGE_TYPES)}) THEN 'usage_type is not one of ${USAGE_TYPES.join(', ')}'
  WHEN upper(usage_type) = 'LICENSE' AND license_product IS NULL THEN 'license_product is missing'
  WHEN upper(usage_type) <> 'LICENSE' AND license_product IS NOT NULL THEN 'license_product is only for LICENSE'
  ${dateTimeOf('started')} ${dateTimeOf('ended')}
  WHEN ended_at < started_at THEN 'ended is before started'
  WHEN cost_usd IS NULL OR NOT isfinite(cost_usd) THEN 'cost_usd is not a number'
  WHEN cost_usd < 0 THEN 'cost_usd is below 0'
  WHEN cost_usd > 1000000 THEN 'cost_usd is over 1,000,000'
END`;
