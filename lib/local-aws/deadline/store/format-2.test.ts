import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DeadlineClient,
  GetSessionsStatisticsAggregationCommand,
  StartSessionsStatisticsAggregationCommand,
} from '@aws-sdk/client-deadline';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { MINUTE } from '@/lib/time/duration';
import { startForTest, TEST_NOW } from '../../started-for-test';
import { Database } from '../../store/database';
import { FORMAT } from '../../store/format';
import { TEXT_COLUMNS, withTexts } from '../statistics/session-texts';
import { settledPage } from '../statistics/settled-for-test';
import { createFarmTables } from './farm-tables';
import { FORMAT_2_AGGREGATION, FORMAT_2_FARM, FORMAT_2_QUEUE, writeFormat2 } from './format-2-for-test';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'local-aws-format-2-'));
  await writeFile(join(folder, 'format.json'), '{"format":2}\n');
});
afterEach(() => rm(folder, { recursive: true }));

const START = TEST_NOW - 30 * MINUTE;

async function withDatabase<T>(work: (database: Database) => Promise<T>): Promise<T> {
  const database = await Database.open(folder);
  try {
    return await work(database);
  } finally {
    database.close();
  }
}

const countOf = async (database: Database, from: string) =>
  (await database.rows(`SELECT count(*)::INTEGER AS n FROM ${from}`))[0]?.n;

it('has the same sessions after the migration', () =>
  withDatabase(async (database) => {
    await writeFormat2(database, START, 3);
    const columns = [...TEXT_COLUMNS, 'started_at', 'ended_at', 'cost_micro_usd'].join(', ');
    const before = await database.rows(`SELECT ${columns} FROM session_record ORDER BY started_at`);
    await createFarmTables(database);
    await createFarmTables(database);
    const migrated = await database.rows(
      `SELECT ${columns} FROM ${withTexts('session', TEXT_COLUMNS)} ORDER BY started_at`,
    );
    expect(migrated).toEqual(before);
    expect(migrated).toHaveLength(3);
    for (const table of ['session_record', 'statistics_'])
      expect(await countOf(database, `duckdb_tables() WHERE starts_with(table_name, '${table}')`)).toBe(0);
  }));

it('is served and marked, and a result reports why it is gone', async () => {
  await withDatabase((database) => writeFormat2(database, START, 3));
  const local = await startForTest({ folder, sample: false });
  const client = new DeadlineClient(local.clientConfig);
  const old = new GetSessionsStatisticsAggregationCommand({
    farmId: FORMAT_2_FARM,
    aggregationId: FORMAT_2_AGGREGATION,
  });
  expect(await client.send(old)).toMatchObject({
    status: 'FAILED',
    statusMessage: expect.stringMatching(/Start the aggregation again/),
  });

  local.clock.set(TEST_NOW + 60 * MINUTE);
  const { aggregationId } = await client.send(
    new StartSessionsStatisticsAggregationCommand({
      farmId: FORMAT_2_FARM,
      resourceIds: { queueIds: [FORMAT_2_QUEUE] },
      startTime: new Date(START),
      endTime: new Date(TEST_NOW),
      groupBy: ['JOB_ID', 'LICENSE_PRODUCT'],
      statistics: ['SUM'],
    }),
  );
  const page = await settledPage(client, { farmId: FORMAT_2_FARM, aggregationId });
  expect(page.statistics).toMatchObject([
    { jobName: 'shot 1', licenseProduct: 'Nuke', count: 3, costInUsd: { sum: 1.95 } },
  ]);
  await local.stop();
  expect(JSON.parse(await readFile(join(folder, 'format.json'), 'utf8'))).toEqual({ format: FORMAT });
});

it('is unchanged when a process is killed during the migration', async () => {
  await withDatabase((database) => writeFormat2(database, START, 300_000));
  const script = join(folder, 'killed.mts');
  await writeFile(
    script,
    `import { Database } from ${JSON.stringify(join(import.meta.dirname, '../../store/database.ts'))};
     import { migrateFormat2 } from ${JSON.stringify(join(import.meta.dirname, 'format-2.ts'))};
     import { createSessionTables } from ${JSON.stringify(join(import.meta.dirname, '../statistics/session-records.ts'))};
     const database = await Database.open(process.argv[2]);
     await database.transaction(async (connection) => {
       await createSessionTables(connection);
       await migrateFormat2(connection);
       process.kill(process.pid, 'SIGKILL');
     });`,
  );
  const child = fork(script, [folder], { execArgv: ['--import', 'tsx'] });
  expect(await once(child, 'exit')).toEqual([null, 'SIGKILL']);
  await withDatabase(async (database) => {
    expect(await countOf(database, 'session_record')).toBe(300_000);
    await createFarmTables(database);
    expect(await countOf(database, 'session')).toBe(300_000);
  });
});
