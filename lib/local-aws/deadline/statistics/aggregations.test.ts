import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { StatisticsRequest } from '@/lib/farm/session-statistics';
import { HOUR } from '@/lib/time/duration';
import { Database } from '../../store/database';
import { createFarmTables } from '../store/farm-tables';
import { AggregationTable } from './aggregation-table';
import { Aggregations } from './aggregations';

const NOW = Date.parse('2026-11-24T14:32:10Z');
const FARM = `farm-${'0'.repeat(32)}`;

const request: StatisticsRequest = {
  farmId: FARM,
  queueIds: [`queue-${'0'.repeat(32)}`],
  startTime: NOW - 24 * HOUR,
  endTime: NOW,
  timezone: 'UTC+00:00',
  period: 'HOURLY',
  groupBy: ['QUEUE_ID'],
  statistics: ['SUM'],
};

let folder: string;
let database: Database;
let aggregations: Aggregations;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'local-aws-aggregations-'));
  database = await Database.open(folder);
  await createFarmTables(database);
  aggregations = await Aggregations.open(database, { minMs: 0, maxMs: 60_000, maxRows: 10 });
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
});
afterEach(async () => {
  vi.restoreAllMocks();
  await aggregations.close();
  database.close();
  await rm(folder, { recursive: true });
});

const start = (prepare: () => Promise<void>) =>
  aggregations.start({ request, now: NOW, costScaleFactor: 1, prepare });

const ended = (aggregationId: string) =>
  vi.waitFor(async () => {
    const found = await aggregations.table.find(FARM, aggregationId, NOW);
    expect(found?.status).not.toBe('IN_PROGRESS');
    return found;
  }, 30_000);

const stored = async () =>
  (await database.rows('SELECT status FROM aggregation')).map(({ status }) => status);

it('is FAILED when writing its outcome failed once', async () => {
  const id = await start(async () => {
    vi.spyOn(database, 'transaction').mockRejectedValueOnce(new Error('the disk is full'));
  });
  expect(await ended(id)).toMatchObject({
    status: 'FAILED',
    message: expect.stringMatching(/Start it again/),
  });
  expect(await stored()).toEqual(['FAILED']);
});

it('is FAILED in memory while the disk is full, and on disk as soon as it can be written', async () => {
  const id = await start(async () => {
    vi.spyOn(database, 'transaction').mockRejectedValue(new Error('the disk is full'));
  });
  expect(await ended(id)).toMatchObject({
    status: 'FAILED',
    message: expect.stringMatching(/Start it again/),
  });
  expect(await stored()).toEqual(['IN_PROGRESS']);
  vi.mocked(database.transaction).mockRestore();
  const next = await vi.waitFor(() => start(async () => undefined), 10_000);
  expect(await ended(next)).toMatchObject({ status: 'COMPLETED' });
  expect((await stored()).sort()).toEqual(['COMPLETED', 'FAILED']);
});

it('is FAILED after a restart when its end was never written', async () => {
  const id = await start(async () => {
    vi.spyOn(database, 'transaction').mockRejectedValue(new Error('the disk is full'));
  });
  await ended(id);
  vi.mocked(database.transaction).mockRestore();
  const again = await AggregationTable.open(database);
  expect(await again.find(FARM, id, NOW)).toMatchObject({ status: 'FAILED' });
});

it('is FAILED when loading its records fails', async () => {
  const id = await start(() => Promise.reject(new Error('no such luck')));
  expect(await ended(id)).toMatchObject({
    status: 'FAILED',
    message: expect.stringMatching(/Start it again/),
  });
});
