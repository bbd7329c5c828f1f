import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import type { StatisticsRequest } from '@/lib/farm/session-statistics';
import { HOUR } from '@/lib/time/duration';
import { Database } from '../../store/database';
import { createFarmTables } from '../store/farm-tables';
import { AggregationRows, rowsOf } from './aggregation-rows';

const ID = 'a'.repeat(32);
const ROWS = 9000;

const request: StatisticsRequest = {
  ...{ farmId: 'farm-a', queueIds: ['queue-a'], startTime: 0, endTime: HOUR, timezone: 'UTC+00:00' },
  ...{ period: 'HOURLY', groupBy: ['USER_ID'], statistics: ['SUM'] },
};

let folder: string;
let database: Database;
let rows: AggregationRows;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'local-aws-rows-'));
  database = await Database.open(folder);
  await createFarmTables(database);
  await database.run(
    `CREATE TABLE ${rowsOf(ID)} AS
     SELECT n * ${HOUR}::DOUBLE AS from_ms, (n + 1) * ${HOUR}::DOUBLE AS to_ms, 0 AS user_key, n::INTEGER AS records,
       n / 3::DOUBLE AS sum_cost_usd, 1e-7::DOUBLE AS sum_runtime_seconds
     FROM range(${ROWS}) numbers(n)`,
  );
});
beforeEach(() => {
  rows = new AggregationRows(database);
});
afterEach(() => rows.close());
afterAll(async () => {
  database.close();
  await rm(folder, { recursive: true });
});

const counts = (rows: string[]) => rows.map((row) => JSON.parse(row).count);

it('has every row once, whatever the size of a page', async () => {
  for (const size of [101, 4096, 5000, 20_000]) {
    const read: string[] = [];
    for (let position = 0; position < ROWS; position += size)
      read.push(...(await rows.read(ID, request, position, size)));
    expect(counts(read)).toEqual(Array.from({ length: ROWS }, (_, n) => n));
  }
  expect(await rows.read(ID, request, ROWS, 10)).toEqual([]);
});

it('writes the requested statistics as numbers that JSON reads back', async () => {
  const [row] = await rows.read(ID, request, 1, 1);
  expect(JSON.parse(row ?? '')).toEqual({
    ...{ count: 1, costInUsd: { sum: 1 / 3 }, runtimeInSeconds: { sum: 1e-7 } },
    ...{ aggregationStartTime: '1970-01-01T01:00:00.000Z', aggregationEndTime: '1970-01-01T02:00:00.000Z' },
  });
});

it('reads each block once, and the next one ahead', async () => {
  const statements = vi.spyOn(database, 'columns');
  await Promise.all([0, 100, 200].map((position) => rows.read(ID, request, position, 101)));
  expect(statements).toHaveBeenCalledTimes(2);
  await rows.read(ID, request, 4090, 100);
  expect(statements).toHaveBeenCalledTimes(3);
});

it('tries a block again after a failure', async () => {
  vi.spyOn(database, 'columns').mockRejectedValueOnce(new Error('the disk is full'));
  await expect(rows.read(ID, request, 0, 1)).rejects.toThrow('the disk is full');
  expect(counts(await rows.read(ID, request, 0, 1))).toEqual([0]);
});
