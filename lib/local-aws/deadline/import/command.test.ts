import { fork } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  DeadlineClient,
  type FleetSummary,
  GetJobCommand,
  ListBudgetsCommand,
  ListFarmsCommand,
  ListFleetsCommand,
  ListJobsCommand,
  ListQueuesCommand,
  StartSessionsStatisticsAggregationCommand,
} from '@aws-sdk/client-deadline';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { startForTest, TEST_NOW } from '../../started-for-test';
import { Database } from '../../store/database';
import { PAST_CHANGED } from '../../store/past-changed';
import { reservedFarmIds } from '../../world';
import { settledPage } from '../statistics/settled-for-test';
import { FORMAT_2_FARM, FORMAT_2_QUEUE, writeFormat2 } from '../store/format-2-for-test';
import { runImport } from './command';

const FILE = `farm,queue,fleet,job,user,usage_type,instance_type,license_product,started,ended,cost_usd
Studio,lighting,cpu,shot 1,ann,COMPUTE,c6i.4xlarge,,2026-11-20T10:00:00Z,2026-11-20T11:00:00Z,0.68
Studio,lighting,cpu,shot 1,ann,LICENSE,,Nuke,2026-11-20T10:00:00Z,2026-11-20T11:00:00Z,0.65
Studio,lighting,gpu,shot 1,ann,COMPUTE,g6.2xlarge,,2026-11-20T12:00:00Z,2026-11-20T13:00:00Z,0.98
Studio,lighting,cpu,shot 2,bob,COMPUTE,c6i.8xlarge,,2026-11-24T14:00:00Z,2026-11-24T15:00:00Z,1.36
Studio,comp,cpu,shot 1,bob,COMPUTE,c6i.4xlarge,,2026-11-21T10:00:00Z,2026-11-21T10:30:00Z,0.34
`;

let scratch: string;
let file: string;
let folder: string;
beforeEach(async () => {
  scratch = await mkdtemp(join(tmpdir(), 'local-aws-import-command-'));
  file = join(scratch, 'sessions.csv');
  folder = join(scratch, 'data');
  await writeFile(file, FILE);
});
afterEach(() => rm(scratch, { recursive: true }));

it('adds sessions that the service lists and aggregates', async () => {
  const { text, isComplete } = await runImport([file, '--data', folder]);
  expect(isComplete).toBe(true);
  expect(text).toMatch(/^5 new rows added$/m);

  const local = await startForTest({ folder, sample: false });
  const client = new DeadlineClient(local.clientConfig);
  const [farm] = (await client.send(new ListFarmsCommand({}))).farms ?? [];
  expect(farm).toMatchObject({ displayName: 'Studio', createdAt: new Date('2026-11-20T10:00:00Z') });
  const farmId = farm?.farmId;
  const { queues = [] } = await client.send(new ListQueuesCommand({ farmId }));
  expect(queues.map(({ displayName }) => displayName)).toEqual(['comp', 'lighting']);
  const { fleets = [] } = await client.send(new ListFleetsCommand({ farmId }));
  expect(fleets.map((fleet) => [fleet.displayName, typesOf(fleet)])).toEqual([
    ['cpu', ['c6i.4xlarge', 'c6i.8xlarge']],
    ['gpu', ['g6.2xlarge']],
  ]);
  expect((await client.send(new ListBudgetsCommand({ farmId }))).budgets).toEqual([]);

  const queueId = queues[1]?.queueId;
  const first = await client.send(new ListJobsCommand({ farmId, queueId, maxResults: 1 }));
  const second = await client.send(
    new ListJobsCommand({ farmId, queueId, maxResults: 1, nextToken: first.nextToken }),
  );
  expect(second.nextToken).toBeUndefined();
  expect([first.jobs?.[0], second.jobs?.[0]]).toMatchObject([
    { name: 'shot 2', createdBy: 'bob', taskRunStatus: 'RUNNING', taskRunStatusCounts: { RUNNING: 1 } },
    {
      name: 'shot 1',
      createdBy: 'ann',
      startedAt: new Date('2026-11-20T10:00:00Z'),
      endedAt: new Date('2026-11-20T13:00:00Z'),
      taskRunStatus: 'SUCCEEDED',
      taskRunStatusCounts: { SUCCEEDED: 2 },
    },
  ]);
  const jobId = second.jobs?.[0]?.jobId;
  expect(await client.send(new GetJobCommand({ farmId, queueId, jobId }))).toMatchObject({ name: 'shot 1' });

  const { aggregationId } = await client.send(
    new StartSessionsStatisticsAggregationCommand({
      farmId,
      resourceIds: { queueIds: queues.map(({ queueId }) => queueId ?? '') },
      startTime: new Date('2026-11-01T00:00:00Z'),
      endTime: new Date(TEST_NOW),
      period: 'MONTHLY',
      groupBy: ['QUEUE_ID', 'USAGE_TYPE'],
      statistics: ['SUM'],
    }),
  );
  const page = await settledPage(client, { farmId, aggregationId });
  const sums = page.statistics?.map((row) => [row.queueId, row.usageType, row.count, row.costInUsd?.sum]);
  expect(sums).toHaveLength(3);
  expect(sums).toEqual(
    expect.arrayContaining([
      [queues[0]?.queueId, 'COMPUTE', 1, 0.34],
      [queueId, 'COMPUTE', 2, 1.66],
      [queueId, 'LICENSE', 1, 0.65],
    ]),
  );
  await local.stop();
});

const typesOf = ({ configuration }: FleetSummary) =>
  configuration?.serviceManagedEc2?.instanceCapabilities?.allowedInstanceTypes;

it('records that the past changed when it adds rows, and only then', async () => {
  const mark = join(folder, PAST_CHANGED);
  await runImport([file, '--data', folder]);
  await rm(mark);
  await runImport([file, '--data', folder]);
  await expect(access(mark)).rejects.toThrow('ENOENT');
});

it('reports rows that were imported before', async () => {
  await runImport([file, '--data', folder]);
  const { text } = await runImport([file, '--data', folder]);
  expect(text).toMatch(/^5 rows already imported\n0 new rows added$/m);
});

it('adds equal rows of one file, and none of them when the file is imported again', async () => {
  const [header, row] = FILE.split('\n');
  await writeFile(file, `${[header, row, row].join('\n')}\n`);
  expect((await runImport([file, '--data', folder])).text).toMatch(
    /^0 rows already imported\n2 new rows added$/m,
  );
  expect((await runImport([file, '--data', folder])).text).toMatch(
    /^2 rows already imported\n0 new rows added$/m,
  );
  const { text } = await runImport(['--help']);
  expect(text).toContain('Equal rows within one file are separate sessions and all count.');
  expect(text).toContain('importing the same file again adds nothing.');
});

it('rejects rows of the sample farms on the command line', async () => {
  const [sample = ''] = reservedFarmIds;
  await writeFile(file, FILE.replaceAll('Studio', sample));
  const child = fork('bin/local-aws.ts', ['import-sessions', file, '--data', folder], {
    execArgv: ['--import', 'tsx'],
    silent: true,
  });
  const ended = once(child, 'exit');
  const output = await child.stdout?.toArray();
  expect(String(output)).toMatch(/^row 2: farm is one of the sample farms$/m);
  expect(await ended).toEqual([1, null]);
});

it('writes nothing in a dry run, not even the folder', async () => {
  const { text, isComplete } = await runImport([file, '--data', folder, '--dry-run']);
  expect(isComplete).toBe(true);
  expect(text).toMatch(/^5 new rows; nothing was written \(dry run\)$/m);
  await expect(access(folder)).rejects.toThrow('ENOENT');
});

it('leaves a folder of an older release unchanged in a dry run', async () => {
  await mkdir(folder);
  await writeFile(join(folder, 'format.json'), '{"format":2}\n');
  const database = await Database.open(folder);
  await writeFormat2(database, Date.parse('2026-11-20T10:00:00Z'), 3);
  database.close();
  const before = await contentOf(folder);
  const known = `${FORMAT_2_FARM},${FORMAT_2_QUEUE},fleet-${'c'.repeat(32)},job-${'d'.repeat(32)}`;
  const span = '2026-11-20T10:00:00.001Z,2026-11-20T11:00:00.001Z';
  await writeFile(file, `${FILE}${known},ann,LICENSE,,Nuke,${span},0.65\n`);
  const { text } = await runImport([file, '--data', folder, '--dry-run']);
  expect(text).toMatch(/^1 rows already imported\n5 new rows; nothing was written \(dry run\)$/m);
  expect(await contentOf(folder)).toEqual(before);
});

it('reports a damaged database in a dry run, and leaves it in place', async () => {
  await mkdir(folder);
  await writeFile(join(folder, 'local-aws.duckdb'), 'not a database');
  await expect(runImport([file, '--data', folder, '--dry-run'])).rejects.toThrow(
    `The database in ${folder} is damaged.`,
  );
  expect(await readdir(folder)).toEqual(['local-aws.duckdb']);
});

const contentOf = async (at: string) =>
  Promise.all(
    (await readdir(at)).sort().map(async (name) => [name, await readFile(join(at, name), 'base64')]),
  );

it('refuses a folder that local-aws is using', async () => {
  const running = fork('bin/local-aws.ts', ['--port', '0', '--data', folder], {
    execArgv: ['--import', 'tsx'],
    silent: true,
  });
  if (!running.stdout) throw new Error('no output');
  expect(String((await once(running.stdout, 'data'))[0])).toMatch(/listening/);
  const ended = once(running, 'exit');
  for (const dryRun of [[], ['--dry-run']])
    await expect(runImport([file, '--data', folder, ...dryRun])).rejects.toThrow(
      `Another process uses the data folder ${folder}. Stop it, or choose another folder with --data.`,
    );
  running.disconnect();
  await ended;
  await runImport([file, '--data', folder]);
});

it('reports the rejected rows and adds nothing', async () => {
  await writeFile(file, `${FILE}Studio,lighting\n${'x,'.repeat(10)}x\n`);
  const { text, isComplete } = await runImport([file, '--data', folder]);
  expect(isComplete).toBe(false);
  expect(text).toMatch(/^row 7: has fewer fields than the header$/m);
  expect(text).toMatch(/^row 8: usage_type is not one of COMPUTE, LICENSE, PERSISTENT_VOLUME$/m);
  expect(text).toMatch(/^5 new rows; nothing was written, because 2 rows were rejected/m);
});

it('explains every column, and takes exactly one file', async () => {
  const { text } = await runImport(['--help']);
  for (const name of FILE.split('\n')[0]?.split(',') ?? [])
    expect(text).toMatch(new RegExp(`^  ${name} +\\S`, 'm'));
  await expect(runImport([])).rejects.toThrow('import-sessions takes one file; see --help.');
  await expect(runImport([file, file])).rejects.toThrow('import-sessions takes one file; see --help.');
});
