import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { AGGREGATION_PERIODS, AWS_KEYS, type AwsKey, STATISTICS } from '@/lib/farm/session-statistics';
import { HOUR, MINUTE } from '@/lib/time/duration';
import { Database } from '../../store/database';
import { createFarmTables } from '../store/farm-tables';
import { type AggregationQuery, createStatisticsTable, statisticsRows } from './aggregation-query';
import { appendSessionRecords, type SessionRecord, USAGE_TYPES } from './session-records';
import { rowWriter } from './statistics-row';

let folder: string;
let database: Database;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'local-aws-query-'));
  database = await Database.open(folder);
  await createFarmTables(database);
});
afterAll(async () => {
  database.close();
  await rm(folder, { recursive: true });
});

async function aggregate(records: SessionRecord[], query: AggregationQuery): Promise<object[]> {
  return database.exclusively(async (connection) => {
    await connection.run('DELETE FROM session');
    await connection.run('DROP TABLE IF EXISTS statistics_test');
    await appendSessionRecords(connection, records);
    await createStatisticsTable(connection, 'statistics_test', query);
    const rows = await connection.runAndReadAll(
      statisticsRows('statistics_test', query.groupBy, 0, query.maxRows),
    );
    const columns = rows.getColumnsObject();
    const write = rowWriter(columns, query.statistics);
    return (columns.records ?? []).map((_, row): object => JSON.parse(write(row)));
  });
}

const QUERY: AggregationQuery = {
  farmId: 'farm-a',
  queueIds: ['queue-0'],
  startTime: Date.parse('2026-10-01T00:00:00Z'),
  endTime: Date.parse('2026-12-31T00:00:00Z'),
  timezone: 'UTC+00:00',
  period: 'DAILY',
  groupBy: ['QUEUE_ID'],
  statistics: ['SUM'],
  now: Date.parse('2027-01-01T00:00:00Z'),
  costScaleFactor: 1,
  maxRows: 1000,
};

const RECORD: SessionRecord = {
  farmId: 'farm-a',
  queueId: 'queue-0',
  fleetId: 'fleet-0',
  jobId: 'job-0',
  jobName: 'name of job-0',
  userId: 'user-0',
  usageType: 'COMPUTE',
  instanceType: 'c6i.4xlarge',
  licenseProduct: undefined,
  startedAt: Date.parse('2026-11-24T10:00:00Z'),
  endedAt: Date.parse('2026-11-24T11:00:00Z'),
  costMicroUsd: 680_000,
};

const at = (startedAt: string): SessionRecord => ({
  ...RECORD,
  startedAt: Date.parse(startedAt),
  endedAt: Date.parse(startedAt) + HOUR,
});

it.each([
  ['HOURLY', 'UTC+05:30', '2026-11-24T10:29:59Z', '2026-11-24T09:30:00Z', '2026-11-24T10:30:00Z'],
  ['DAILY', 'UTC+05:30', '2026-11-24T18:29:59Z', '2026-11-23T18:30:00Z', '2026-11-24T18:30:00Z'],
  ['DAILY', 'UTC-03:30', '2026-11-24T03:30:00Z', '2026-11-24T03:30:00Z', '2026-11-25T03:30:00Z'],
  ['WEEKLY', 'UTC+00:00', '2026-11-22T23:59:59Z', '2026-11-16T00:00:00Z', '2026-11-23T00:00:00Z'],
  ['WEEKLY', 'UTC+01:00', '2026-11-22T23:00:00Z', '2026-11-22T23:00:00Z', '2026-11-29T23:00:00Z'],
  ['MONTHLY', 'UTC+00:00', '2026-11-30T23:59:59Z', '2026-11-01T00:00:00Z', '2026-12-01T00:00:00Z'],
  ['MONTHLY', 'UTC-08:00', '2026-12-01T07:59:59Z', '2026-11-01T08:00:00Z', '2026-12-01T08:00:00Z'],
] as const)('%s in %s puts %s into %s to %s', async (period, timezone, startedAt, from, to) => {
  const [row] = await aggregate([at(startedAt)], { ...QUERY, period, timezone });
  expect(row).toMatchObject({
    aggregationStartTime: new Date(from).toISOString(),
    aggregationEndTime: new Date(to).toISOString(),
  });
});

it('counts a whole record in its starting bucket, once it has ended, and multiplies costs by the scale', async () => {
  const records = [at('2026-11-24T23:30:00Z'), at('2026-11-24T01:00:00Z')];
  const statistics = [...STATISTICS];
  const now = Date.parse('2026-11-25T00:30:00Z');
  expect(await aggregate(records, { ...QUERY, statistics, now, costScaleFactor: 0.5 })).toEqual([
    {
      queueId: 'queue-0',
      count: 2,
      costInUsd: { sum: 0.68, min: 0.34, max: 0.34, avg: 0.34 },
      runtimeInSeconds: { sum: 7200, min: 3600, max: 3600, avg: 3600 },
      aggregationStartTime: '2026-11-24T00:00:00.000Z',
      aggregationEndTime: '2026-11-25T00:00:00.000Z',
    },
  ]);
  const [earlier] = await aggregate(records, { ...QUERY, now: now - 1 });
  expect(earlier).toMatchObject({ count: 1 });
});

it('includes the start of a range and excludes its end', async () => {
  const records = [at('2026-11-24T00:00:00Z'), at('2026-11-25T00:00:00Z')];
  const range = { startTime: Date.parse('2026-11-24'), endTime: Date.parse('2026-11-25') };
  expect(await aggregate(records, { ...QUERY, ...range })).toEqual([expect.objectContaining({ count: 1 })]);
});

const KEY_OF: Record<AwsKey, (record: SessionRecord) => object> = {
  QUEUE_ID: ({ queueId }) => ({ queueId }),
  FLEET_ID: ({ fleetId }) => ({ fleetId }),
  JOB_ID: ({ jobId, jobName }) => ({ jobId, jobName }),
  USER_ID: ({ userId }) => ({ userId }),
  USAGE_TYPE: ({ usageType }) => ({ usageType }),
  INSTANCE_TYPE: ({ instanceType }) => (instanceType ? { instanceType } : {}),
  LICENSE_PRODUCT: ({ licenseProduct }) => (licenseProduct ? { licenseProduct } : {}),
};

/** Start and end of the bucket of an instant, by the calendar of a clock that is `offset` ms ahead of UTC. */
function bucketOf(instant: number, period: AggregationQuery['period'], offset: number): [number, number] {
  const wall = new Date(instant + offset);
  const [year, month, day] = [wall.getUTCFullYear(), wall.getUTCMonth(), wall.getUTCDate()];
  const monday = day - ((wall.getUTCDay() + 6) % 7);
  const hour = wall.getUTCHours();
  const ends = {
    HOURLY: [Date.UTC(year, month, day, hour), Date.UTC(year, month, day, hour + 1)],
    DAILY: [Date.UTC(year, month, day), Date.UTC(year, month, day + 1)],
    WEEKLY: [Date.UTC(year, month, monday), Date.UTC(year, month, monday + 7)],
    MONTHLY: [Date.UTC(year, month, 1), Date.UTC(year, month + 1, 1)],
  }[period];
  return [(ends[0] ?? 0) - offset, (ends[1] ?? 0) - offset];
}

function naive(records: SessionRecord[], query: AggregationQuery, offset: number): object[] {
  type Group = { head: object; costs: number[]; runtimes: number[] };
  const groups = new Map<string, Group>();
  for (const record of records) {
    const { queueIds, fleetIds, startTime, endTime } = query;
    if (record.farmId !== query.farmId) continue;
    if (!(queueIds?.includes(record.queueId) ?? fleetIds?.includes(record.fleetId))) continue;
    if (record.startedAt < startTime || record.startedAt >= endTime || record.endedAt > query.now) continue;
    const [from, to] = bucketOf(record.startedAt, query.period, offset);
    const head = Object.assign(
      {
        aggregationStartTime: new Date(from).toISOString(),
        aggregationEndTime: new Date(to).toISOString(),
      },
      ...query.groupBy.map((key) => KEY_OF[key](record)),
    );
    const name = JSON.stringify(Object.entries(head).sort());
    const group: Group = groups.get(name) ?? { head, costs: [], runtimes: [] };
    groups.set(name, group);
    group.costs.push(record.costMicroUsd);
    group.runtimes.push(record.endedAt - record.startedAt);
  }
  return [...groups.values()].map(({ head, costs, runtimes }) => ({
    ...head,
    count: costs.length,
    costInUsd: stats(costs, (n) => (n * query.costScaleFactor) / 1e6),
    runtimeInSeconds: stats(runtimes, (n) => n / 1e3),
  }));

  function stats(values: number[], inUnit: (n: number) => number): object {
    const sum = values.reduce((a, b) => a + b, 0);
    const all = {
      SUM: { sum: inUnit(sum) },
      MIN: { min: inUnit(Math.min(...values)) },
      MAX: { max: inUnit(Math.max(...values)) },
      AVG: { avg: inUnit(sum) / values.length },
    };
    return Object.assign(
      {},
      ...STATISTICS.filter((name) => query.statistics.includes(name)).map((name) => all[name]),
    );
  }
}

const oneOf = (prefix: string) => fc.nat(3).map((n) => `${prefix}-${n}`);

const instant = fc.integer({ min: QUERY.startTime - HOUR, max: QUERY.endTime + HOUR });

/** Next to a half hour, where buckets of some zone start and end, mostly buckets of months and weeks. */
const edge = fc
  .tuple(
    fc.constantFrom('2026-10-01', '2026-11-01', '2026-11-23', '2026-11-30', '2026-12-01', '2026-12-31'),
    fc.integer({ min: -39, max: 39 }),
    fc.constantFrom(-1, 0, 1),
  )
  .map(([day, halfHours, ms]) => Date.parse(day) + halfHours * 30 * MINUTE + ms);

const record = fc
  .record({
    farmId: fc.constantFrom('farm-a', 'farm-a', 'farm-a', 'farm-b'),
    queueId: oneOf('queue'),
    fleetId: oneOf('fleet'),
    jobId: oneOf('job'),
    userId: oneOf('user'),
    usageType: fc.constantFrom(...USAGE_TYPES),
    instanceType: fc.option(fc.constantFrom('c6i.4xlarge', 'g6.2xlarge'), { nil: undefined }),
    licenseProduct: fc.option(fc.constantFrom('Nuke', 'V-Ray'), { nil: undefined }),
    startedAt: fc.oneof(instant, edge),
    runtimeMs: fc.integer({ min: 1, max: 20 * HOUR }),
    costMicroUsd: fc.integer({ min: 0, max: 50_000_000 }),
  })
  .map(({ runtimeMs, ...rest }) => ({
    ...rest,
    jobName: `name of ${rest.jobId}`,
    endedAt: rest.startedAt + runtimeMs,
  }));

/** The whole span, or one that starts and ends within buckets. */
const span = fc.oneof(
  fc.constant([QUERY.startTime, QUERY.endTime]),
  fc.uniqueArray(fc.oneof(instant, edge), { minLength: 2, maxLength: 2 }),
);

const ids = (prefix: string) => fc.uniqueArray(oneOf(prefix), { minLength: 1, maxLength: 4 });

const randomQuery = fc.record({
  resources: fc.oneof(
    ids('queue').map((queueIds) => ({ queueIds, fleetIds: undefined })),
    ids('fleet').map((fleetIds) => ({ queueIds: undefined, fleetIds })),
  ),
  span,
  halfHours: fc.integer({ min: -39, max: 39 }),
  period: fc.constantFrom(...AGGREGATION_PERIODS),
  groupBy: fc.array(fc.constantFrom(...AWS_KEYS), { minLength: 1, maxLength: 2 }),
  statistics: fc.array(fc.constantFrom(...STATISTICS), { minLength: 1, maxLength: 4 }),
  now: fc.integer({ min: QUERY.startTime, max: QUERY.now }),
  costScaleFactor: fc.constantFrom(1, 0.85, 2.5, 0),
});

it('equals a naive computation over the same records', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(record, { maxLength: 60 }),
      randomQuery,
      async (records, { resources, halfHours, span, ...rest }) => {
        const [startTime = 0, endTime = 0] = span.toSorted((a, b) => a - b);
        const { queueIds, fleetIds } = resources;
        const minutes = Math.abs(halfHours) * 30;
        const clock = [Math.floor(minutes / 60), minutes % 60].map((n) => String(n).padStart(2, '0'));
        const timezone = `UTC${halfHours < 0 ? '-' : '+'}${clock.join(':')}`;
        const { queueIds: _, ...base } = QUERY;
        const query: AggregationQuery = {
          ...base,
          ...rest,
          startTime,
          endTime,
          timezone,
          ...(queueIds ? { queueIds } : {}),
          ...(fleetIds ? { fleetIds } : {}),
        };
        const rows = await aggregate(records, query);
        const expected = naive(records, query, halfHours * 30 * MINUTE);
        const sorted = (all: object[]) => all.map((row) => JSON.stringify(Object.entries(row).sort())).sort();
        expect(sorted(rows)).toEqual(sorted(expected));
        const starts = rows.map((row) => Object(row).aggregationStartTime);
        expect(starts).toEqual(starts.toSorted());
      },
    ),
    { numRuns: 80, seed: 1 },
  );
});
