import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Database } from './database';

let folder: string;
let database: Database;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'local-aws-database-'));
  database = await Database.open(folder);
  await database.run('CREATE TABLE entry (n INTEGER)');
});
afterAll(async () => {
  database.close();
  await rm(folder, { recursive: true });
});

const count = async () => (await database.rows('SELECT count(*)::INTEGER AS n FROM entry'))[0]?.n;

it('rolls back a transaction that throws, and rejects with its error', async () => {
  await expect(
    database.transaction(async (connection) => {
      await connection.run('INSERT INTO entry VALUES (1)');
      throw new Error('out of luck');
    }),
  ).rejects.toThrow('out of luck');
  expect(await count()).toBe(0);
});

it('still works after a statement that fails', async () => {
  await expect(database.run('INSERT INTO nowhere VALUES (1)')).rejects.toThrow('nowhere');
  await database.run('INSERT INTO entry VALUES (1)');
  expect(await count()).toBe(1);
  await database.run('DELETE FROM entry');
});

it('finishes one transaction before it starts the next', async () => {
  const order: string[] = [];
  const work = (name: string) =>
    database.transaction(async (connection) => {
      order.push(`${name} starts`);
      await connection.run('INSERT INTO entry VALUES (1)');
      order.push(`${name} ends`);
    });
  await Promise.all([work('a'), work('b')]);
  expect(order).toEqual(['a starts', 'a ends', 'b starts', 'b ends']);
});

it('has what was committed after it is reopened', async () => {
  const other = await mkdtemp(join(tmpdir(), 'local-aws-database-'));
  const first = await Database.open(other);
  await first.run('CREATE TABLE kept AS SELECT 7 AS n');
  first.close();
  const second = await Database.open(other);
  expect(await second.rows('FROM kept')).toEqual([{ n: 7 }]);
  second.close();
  await rm(other, { recursive: true });
});
