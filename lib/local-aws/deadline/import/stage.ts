import type { DuckDBConnection } from '@duckdb/node-api';
import { sampleFarms } from '../../sample/farm/sample-farms';
import { USAGE_TYPES } from '../statistics/session-records';
import type { ColumnName } from './columns';
import { Refusal } from './refusal';
import type { Source } from './source';

const DATE_TIME = String.raw`\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d([.]\d{1,9})?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)`;
const NUMBER = String.raw`[+-]?(\d+([.]\d*)?|[.]\d+)([eE][+-]?\d+)?`;
const NUMBERS = /^(U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|UINTEGER|FLOAT|DOUBLE|DECIMAL.*)$/;

const EARLIEST = Date.UTC(2000, 0);
const LATEST = Date.UTC(2100, 0);

/**
 * Makes the temporary table `staged`: each row of the source with what is wrong with it (`reason`, else NULL) and the
 * members of a session record. Ids are hashes of the names where only names are given.
 */
export async function stage(connection: DuckDBConnection, source: Source): Promise<void> {
  await connection.run(
    `CREATE OR REPLACE TEMP TABLE staged AS
     SELECT ${REASON} AS reason, farm_id, queue_id, fleet_id, job_id,
       ${nameOf('farm')}, ${nameOf('queue')}, ${nameOf('fleet')}, coalesce(job_name, job) AS job_name,
       "user" AS user_id, upper(usage_type) AS usage_type, instance_type, license_product, started_at, ended_at,
       CASE WHEN cost_usd BETWEEN 0 AND 1000000 THEN round(cost_usd * 1e6)::BIGINT END AS cost_micro_usd
     FROM ${identified(source, source.table)}`,
  );
}

/** The first rows with something wrong, by their places among those that could be taken apart, from 1. */
export async function firstWrong(
  connection: DuckDBConnection,
  source: Source,
  count: number,
): Promise<{ n: number; reason: string }[]> {
  const numbered = `(SELECT *, row_number() OVER () AS n FROM ${source.table})`;
  const found = await connection.runAndReadAll(
    `SELECT n::DOUBLE AS n, reason FROM (SELECT n, ${REASON} AS reason FROM ${identified(source, numbered, 'n,')})
     WHERE reason IS NOT NULL LIMIT ${count}`,
  );
  return found.getRowObjects().map(({ n, reason }) => ({ n: Number(n), reason: String(reason) }));
}

/** A query for the fields of rows with the ids that they have or are given. */
function identified(source: Source, rows: string, more = ''): string {
  return `(
    SELECT *, ${idOf('queue', 'farm_id')} AS queue_id, ${idOf('fleet', 'farm_id')} AS fleet_id,
      ${idOf('job', 'queue_id')} AS job_id
    FROM (
      SELECT *, ${idOf('farm', "''")} AS farm_id FROM (
        SELECT ${more} ${TEXTS.map((name) => `${text(source, name)} AS ${name}`).join(', ')},
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

/** Without the blanks around it; NULL when nothing is left, or there is no such column. */
function text({ columns }: Source, name: (typeof TEXTS)[number]): string {
  const column = columns.get(name.replaceAll('"', '') as ColumnName);
  return column ? `nullif(trim(${column.reference}::VARCHAR), '')` : 'NULL::VARCHAR';
}

/** Epoch milliseconds; NULL when it is none. A Parquet timestamp without a zone is taken for UTC. */
function instant({ columns }: Source, name: ColumnName): string {
  const { reference = '', type = '' } = columns.get(name) ?? {};
  if (type === 'VARCHAR') {
    const cast = `TRY_CAST(trim(${reference}) AS TIMESTAMPTZ)`;
    return `CASE WHEN regexp_full_match(trim(${reference}), '${DATE_TIME}') THEN epoch_ms(${cast}) END`;
  }
  if (!type.startsWith('TIMESTAMP')) throw new Refusal(`The column ${name} holds ${type}, no date-times.`);
  const inMicroseconds = type.endsWith('ZONE') ? reference : `${reference}::TIMESTAMP`;
  return `CASE WHEN isfinite(${inMicroseconds}) THEN epoch_ms(${inMicroseconds}) END`;
}

function number({ columns }: Source, name: ColumnName): string {
  const { reference = '', type = '' } = columns.get(name) ?? {};
  if (NUMBERS.test(type)) return `${reference}::DOUBLE`;
  if (type !== 'VARCHAR') throw new Refusal(`The column ${name} holds ${type}, no numbers.`);
  return `CASE WHEN regexp_full_match(trim(${reference}), '${NUMBER}') THEN TRY_CAST(${reference} AS DOUBLE) END`;
}

/** Its length is looked at first, which is quicker than the pattern. */
const isId = (kind: string) =>
  `(length(${kind}) = ${kind.length + 33} AND regexp_full_match(${kind}, '${kind}-[0-9a-f]{32}'))`;

/** The id that is given, or one made of the name within what it belongs to. */
function idOf(kind: string, within: string): string {
  return `CASE WHEN ${isId(kind)} THEN ${kind} ELSE '${kind}-' || md5(${within} || '/' || ${kind}) END`;
}

/** NULL when only an id is given. */
function nameOf(kind: string): string {
  return `coalesce(${kind}_name, CASE WHEN NOT ${isId(kind)} THEN ${kind} END) AS ${kind}_name`;
}

const list = (texts: readonly string[]) => texts.map((word) => `'${word}'`).join(', ');

const lengthOf = (name: string, most: number) =>
  `WHEN length(${name}) > ${most} THEN '${name.replaceAll('"', '')} is longer than ${most} characters'`;

const hasNul = (name: string) =>
  `WHEN contains(${name}, chr(0)) THEN '${name.replaceAll('"', '')} holds a NUL character'`;

const dateTimeOf = (name: string) => `
  WHEN ${name}_at IS NULL THEN '${name} is no date-time with a zone, such as 2026-11-24T10:00:00Z'
  WHEN ${name}_at NOT BETWEEN ${EARLIEST} AND ${LATEST} THEN '${name} is not between 2000 and 2100'`;

/** The first thing that is wrong with a row. */
const REASON = `CASE
  ${['farm', 'queue', 'fleet', 'job', '"user"', 'usage_type']
    .map((name) => `WHEN ${name} IS NULL THEN '${name.replaceAll('"', '')} is missing'`)
    .join('\n')}
  ${['farm', 'queue', 'fleet', 'farm_name', 'queue_name', 'fleet_name', 'instance_type', 'license_product']
    .map((name) => lengthOf(name, 100))
    .join('\n')}
  ${lengthOf('job', 512)} ${lengthOf('job_name', 512)} ${lengthOf('"user"', 256)}
  ${TEXTS.map(hasNul).join('\n')}
  WHEN farm_id IN (${list(sampleFarms.map(({ farm }) => farm.farmId))}) THEN 'farm is one of the sample data'
  WHEN upper(usage_type) NOT IN (${list(USAGE_TYPES)}) THEN 'usage_type is none of ${USAGE_TYPES.join(', ')}'
  WHEN upper(usage_type) = 'LICENSE' AND license_product IS NULL THEN 'license_product is missing'
  WHEN upper(usage_type) <> 'LICENSE' AND license_product IS NOT NULL THEN 'license_product is only for LICENSE'
  ${dateTimeOf('started')} ${dateTimeOf('ended')}
  WHEN ended_at < started_at THEN 'ended is before started'
  WHEN cost_usd IS NULL OR NOT isfinite(cost_usd) THEN 'cost_usd is no number'
  WHEN cost_usd < 0 THEN 'cost_usd is below 0'
  WHEN cost_usd > 1000000 THEN 'cost_usd is over 1,000,000'
END`;
