import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, open, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startForTest } from '../started-for-test';
import { Database } from './database';
import { copyDatabaseFile, markDamaged } from './database-file';

let folder: string;
let file: string;
let scripts: string;
const log: string[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'local-aws-database-file-'));
  scripts = await mkdtemp(join(tmpdir(), 'local-aws-other-process-'));
  file = join(folder, 'local-aws.duckdb');
  log.length = 0;
  vi.spyOn(console, 'error').mockImplementation((...words) => void log.push(words.join(' ')));
});
afterEach(async () => {
  vi.restoreAllMocks();
  for (const created of [folder, scripts]) await rm(created, { recursive: true });
});

/** Writes a database of several blocks: its table `kept` has the numbers below 300,000 with a text each. */
async function writeDatabase(): Promise<void> {
  const database = await Database.open(folder);
  await database.run('CREATE TABLE kept AS SELECT i, md5(i::VARCHAR) AS text FROM range(300000) r(i)');
  database.close();
}

/** Starts a process that opens the file, runs `then` and sends a message; it runs until it is killed. */
async function otherProcess(then: string): Promise<ChildProcess> {
  const script = join(scripts, 'other.cjs');
  await writeFile(
    script,
    `const { DuckDBInstance } = require(process.argv[2]);
     process.on('message', () => undefined);
     DuckDBInstance.create(process.argv[3]).then(async (instance) => {
       const connection = await instance.connect();
       ${then}
       process.send('done');
     });`,
  );
  return fork(script, [require.resolve('@duckdb/node-api'), file]);
}

/** Leaves the write-ahead log of a process that was killed after it inserted one row. */
async function killWhileOpen(): Promise<void> {
  const child = await otherProcess(
    `await connection.run("INSERT INTO kept VALUES (-1, 'logged')"); process.kill(process.pid, 'SIGKILL');`,
  );
  await once(child, 'exit');
}

async function overwrite(path: string, position: number): Promise<void> {
  const handle = await open(path, 'r+');
  await handle.write(Buffer.from([0xde, 0xad, 0xbe, 0xef]), 0, 4, position);
  await handle.close();
}

const count = async (database: Database) =>
  (await database.rows('SELECT count(*)::INTEGER AS n FROM kept'))[0]?.n;

it.each<[string, () => Promise<void>]>([
  ['is something else', () => writeFile(file, 'hello\n')],
  ['is empty', () => writeFile(file, '')],
  ['was cut', () => truncate(file, 1_000_000)],
  ['was cut within its header', () => truncate(file, 6000)],
  ['has a corrupt header', () => overwrite(file, 4100)],
])('sets aside a file that %s and creates a new one', async (_, damage) => {
  await writeDatabase();
  await damage();
  const damaged = await readFile(file);
  const database = await Database.open(folder);
  await database.run('CREATE TABLE new_table AS SELECT 1 AS n');
  database.close();
  expect(damaged.equals(await readFile(join(folder, 'local-aws.damaged-1.duckdb')))).toBe(true);
  expect(log.join('\n')).toMatch(/local-aws\.duckdb is damaged.*set aside as local-aws\.damaged-1\.duckdb/);
});

it('sets aside only the write-ahead log when only that is damaged', async () => {
  await writeDatabase();
  await killWhileOpen();
  await overwrite(`${file}.wal`, 60);
  const database = await Database.open(folder);
  expect(await count(database)).toBe(300_000);
  database.close();
  expect((await readdir(folder)).sort()).toEqual(['local-aws.damaged-1.duckdb.wal', 'local-aws.duckdb']);
});

it('reads the write-ahead log of a process that was killed', async () => {
  await writeDatabase();
  await killWhileOpen();
  const database = await Database.open(folder);
  expect(await count(database)).toBe(300_001);
  database.close();
  expect(log).toEqual([]);
});

it('copies the file and its write-ahead log without changing either', async () => {
  await writeDatabase();
  await killWhileOpen();
  const content = async () => Promise.all([file, `${file}.wal`].map((part) => readFile(part, 'base64')));
  const before = await content();
  await copyDatabaseFile(folder, scripts);
  expect(await content()).toEqual(before);
  const database = await Database.open(scripts);
  expect(await count(database)).toBe(300_001);
  database.close();
  expect((await readdir(folder)).sort()).toEqual(['local-aws.duckdb', 'local-aws.duckdb.wal']);
});

it('sets aside a file at the next start when damage only shows while reading', async () => {
  await writeDatabase();
  const { size } = await stat(file);
  for (let block = 12_288 + 20_000; block < size - 600_000; block += 262_144) await overwrite(file, block);
  const database = await Database.open(folder);
  await expect(database.rows('SELECT sum(hash(i)), max(text) FROM kept')).rejects.toThrow(/corrupt/i);
  await expect(database.rows('SELECT sum(hash(i)), max(text) FROM kept')).rejects.toThrow(/corrupt/i);
  database.close();
  expect(log.join('\n')).toMatch(/^local-aws: the database in .* is damaged\. Restart local-aws/);
  expect(log).toHaveLength(1);

  const next = await Database.open(folder);
  await expect(count(next)).rejects.toThrow(/kept does not exist/);
  next.close();
  expect((await readdir(folder)).sort()).toEqual(['local-aws.damaged-1.duckdb', 'local-aws.duckdb']);
});

it('keeps a suspect file that can be read completely', async () => {
  await writeDatabase();
  await markDamaged(folder);
  const database = await Database.open(folder);
  expect(await count(database)).toBe(300_000);
  database.close();
  expect((await readdir(folder)).sort()).toEqual(['local-aws.duckdb']);
});

it('sets nothing aside when another file is damaged, or when a message only quotes damage', async () => {
  await writeDatabase();
  const other = join(scripts, 'other.parquet');
  const database = await Database.open(folder);
  await database.run(`COPY kept TO '${other}' (FORMAT parquet)`);
  await truncate(other, 1000);
  const reads: Promise<unknown>[] = [database.rows(`FROM read_parquet('${other}')`)];
  for (const words of [
    `IO Error: Could not read enough bytes from file "${other}": attempted to read 9 bytes from location 9`,
    `The file can't be read: INTERNAL Error: Could not read enough bytes from file "${file}"`,
    'There is no file internal error.csv.',
  ])
    reads.push(database.transaction(() => Promise.reject(new Error(words))));
  expect((await Promise.allSettled(reads)).map(({ status }) => status)).toEqual(Array(4).fill('rejected'));
  expect(await count(database)).toBe(300_000);
  database.close();
  expect(await readdir(folder)).toEqual(['local-aws.duckdb']);
  expect(log).toEqual([]);
});

it('never overwrites a file that was set aside before', async () => {
  for (const text of ['first', 'second']) {
    await writeFile(file, text);
    (await Database.open(folder)).close();
  }
  expect(await readFile(join(folder, 'local-aws.damaged-1.duckdb'), 'utf8')).toBe('first');
  expect(await readFile(join(folder, 'local-aws.damaged-2.duckdb'), 'utf8')).toBe('second');
});

it('removes what a killed process spilled to disk, and spills again itself', async () => {
  await mkdir(`${file}.tmp`);
  await writeFile(join(`${file}.tmp`, 'duckdb_temp_storage_DEFAULT-0.tmp'), 'left over');
  const database = await Database.open(folder);
  expect(await readdir(folder)).not.toContain('local-aws.duckdb.tmp');
  await database.run("SET memory_limit = '40MB'");
  await database.run('CREATE TEMP TABLE large AS SELECT i, md5(i::VARCHAR) AS text FROM range(1000000) r(i)');
  expect(await database.rows('SELECT count(DISTINCT text)::INTEGER AS n FROM large WHERE i < 9')).toEqual([
    { n: 9 },
  ]);
  expect(await readdir(folder)).toContain('local-aws.duckdb.tmp');
  database.close();
});

it('refuses a file that another process uses, and leaves it in place', async () => {
  await writeDatabase();
  const child = await otherProcess('');
  await once(child, 'message');
  await expect(Database.open(folder)).rejects.toThrow(`Another process uses the data folder ${folder}.`);
  expect(await readdir(folder)).toEqual(['local-aws.duckdb']);
  const exited = once(child, 'exit');
  child.kill();
  await exited;
});

it('serves everything else from a folder whose database is damaged', async () => {
  const first = await startForTest({ folder });
  await first.stop();
  await truncate(file, 100_000);
  const second = await startForTest({ folder });
  const farms = await fetch(`${second.clientConfig.endpoint}/2023-10-12/farms`);
  expect(await farms.json()).toMatchObject({ farms: [{ displayName: 'Sample farm' }, {}] });
  const groups = await fetch(`${second.clientConfig.endpoint}/profilingGroups`);
  expect(groups.status).toBe(200);
  await second.stop();
});
