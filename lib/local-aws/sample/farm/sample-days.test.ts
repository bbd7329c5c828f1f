import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DAY } from '@/lib/time/duration';
import { createFarmTables } from '../../deadline/store/farm-tables';
import { Database } from '../../store/database';
import { historyStart } from './calendar';
import { SampleDays } from './sample-days';
import { sampleFarms } from './sample-farms';
import { sampleDay } from './session-day';

const NOW = Date.parse('2026-11-24T14:32:10Z');
const TODAY = Math.floor(NOW / DAY);
const small = sampleFarms[1];
if (!small) throw new Error('a small sample farm is expected');

let folder: string;
let database: Database;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'local-aws-days-'));
  database = await Database.open(folder);
  await createFarmTables(database);
});
afterEach(async () => {
  database.close();
  await rm(folder, { recursive: true });
});

const never = new AbortController().signal;

async function countOfDay(day: number): Promise<number> {
  const [row] = await database.rows(
    'SELECT count(*)::INTEGER AS n FROM session WHERE started_at // 86400000 = $1',
    [day],
  );
  return Number(row?.n);
}

it('stores the days that a span touches, once', async () => {
  const days = await SampleDays.open(database);
  await days.load(small, NOW - DAY, NOW, never);
  await days.load(small, NOW - DAY, NOW, never);
  expect(await countOfDay(TODAY - 2)).toBe(0);
  expect(await countOfDay(TODAY - 1)).toBe(sampleDay(small, TODAY - 1).length);
  expect(await countOfDay(TODAY)).toBe(sampleDay(small, TODAY).length);
});

it('excludes the day that starts when the span ends', async () => {
  const days = await SampleDays.open(database);
  await days.load(small, (TODAY - 1) * DAY, TODAY * DAY, never);
  expect(await countOfDay(TODAY)).toBe(0);
});

it('stops when it is aborted', async () => {
  const days = await SampleDays.open(database);
  await expect(days.load(small, NOW - DAY, NOW, AbortSignal.abort())).rejects.toThrow();
  expect(await countOfDay(TODAY)).toBe(0);
});

it('replaces what another version of the generator stored', async () => {
  await (await SampleDays.open(database)).load(small, NOW, NOW + 1, never);
  await database.run('UPDATE sample_day SET version = 0');
  const days = await SampleDays.open(database);
  expect(await countOfDay(TODAY)).toBe(0);
  await days.load(small, NOW, NOW + 1, never);
  expect(await countOfDay(TODAY)).toBe(sampleDay(small, TODAY).length);
});

it('has 60 days of history before the current day', () => {
  expect(historyStart(NOW)).toBe(Date.parse('2026-09-25T00:00:00Z'));
});
