import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Database } from '../../store/database';
import {
  addKeys,
  createSessionTexts,
  keysOrNew,
  nameOf,
  type SessionText,
  sessionKeys,
  TEXT_COLUMNS,
  withKeys,
  withTexts,
} from './session-texts';

let folder: string;
let database: Database;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'local-aws-texts-'));
  database = await Database.open(folder);
  await database.exclusively(createSessionTexts);
});
afterEach(async () => {
  database.close();
  await rm(folder, { recursive: true });
});

const ANN: SessionText = { column: 'user_id', text: 'ann' };
const JOB: SessionText = { column: 'job_name', text: 'ann' };
const ODD: SessionText = { column: 'job_name', text: `__proto__ '"; \n` };

const add = (...texts: SessionText[]) => database.exclusively((connection) => keysOrNew(connection, texts));

it('has one key for each text of a column', async () => {
  const first = await add(ANN, JOB);
  expect(first.get(nameOf(ANN))).not.toBe(first.get(nameOf(JOB)));
  const second = await add(ODD, ANN);
  expect(second.get(nameOf(ANN))).toBe(first.get(nameOf(ANN)));
  expect(await database.rows('SELECT count(*)::INTEGER AS n FROM session_text')).toEqual([{ n: 3 }]);
  const known = await database.exclusively((connection) =>
    sessionKeys(connection, [ODD, { column: 'farm_id', text: 'ann' }]),
  );
  expect([...known]).toEqual([[nameOf(ODD), second.get(nameOf(ODD))]]);
});

it('never stores a text twice, whichever function added it', async () => {
  await add(ANN, ANN, JOB);
  const columns = TEXT_COLUMNS.map((column) => `name AS ${column}`).join(', ');
  await database.run(
    `CREATE TABLE relation AS SELECT ${columns} FROM (VALUES ('ann'), ('bob'), ('ann'), ('bob')) named(name)`,
  );
  await database.exclusively((connection) => addKeys(connection, 'relation'));
  await add({ column: 'user_id', text: 'bob' }, ANN);
  await database.exclusively((connection) => addKeys(connection, 'relation'));
  const counts = `count(*)::INTEGER AS texts, count(DISTINCT (text_column, text))::INTEGER AS different,
    count(DISTINCT key)::INTEGER AS keys`;
  const all = 2 * TEXT_COLUMNS.length;
  expect(await database.rows(`SELECT ${counts} FROM session_text`)).toEqual([
    { texts: all, different: all, keys: all },
  ]);
});

it('restores the texts of a relation from their keys, and NULL where there was none', async () => {
  await add(ANN);
  const columns = TEXT_COLUMNS.map(
    (column) => `${column === 'license_product' ? 'NULL' : 'name'} AS ${column}`,
  );
  await database.run(
    `CREATE TABLE relation AS
     SELECT n, ${columns.join(', ')} FROM (VALUES (1, 'ann'), (2, $1), (3, 'ann')) named(n, name)`,
    [ODD.text],
  );
  await database.exclusively((connection) => addKeys(connection, 'relation'));
  await database.exclusively((connection) => addKeys(connection, 'relation'));
  const keys = `(SELECT n, columns('.*_key') FROM ${withKeys('relation', TEXT_COLUMNS)})`;
  const read = await database.rows(
    `SELECT n, ${TEXT_COLUMNS.join(', ')} FROM ${withTexts(keys, TEXT_COLUMNS)} ORDER BY n`,
  );
  expect(read).toEqual(await database.rows('FROM relation ORDER BY n'));
});
