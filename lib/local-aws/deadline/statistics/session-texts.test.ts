import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { Database } from '../../store/database';
import {
  createSessionTexts,
  giveKeys,
  givenKeys,
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

const give = (...texts: SessionText[]) => database.exclusively((connection) => givenKeys(connection, texts));

it('gives each text of a column a key, once', async () => {
  const first = await give(ANN, JOB);
  expect(first.get(nameOf(ANN))).not.toBe(first.get(nameOf(JOB)));
  const second = await give(ODD, ANN);
  expect(second.get(nameOf(ANN))).toBe(first.get(nameOf(ANN)));
  expect(await database.rows('SELECT count(*)::INTEGER AS n FROM session_text')).toEqual([{ n: 3 }]);
  const known = await database.exclusively((connection) =>
    sessionKeys(connection, [ODD, { column: 'farm_id', text: 'ann' }]),
  );
  expect([...known]).toEqual([[nameOf(ODD), second.get(nameOf(ODD))]]);
});

it('never has a text twice, whatever gave it its key', async () => {
  await give(ANN, ANN, JOB);
  const columns = TEXT_COLUMNS.map((column) => `name AS ${column}`).join(', ');
  await database.run(
    `CREATE TABLE told AS SELECT ${columns} FROM (VALUES ('ann'), ('bob'), ('ann'), ('bob')) named(name)`,
  );
  await database.exclusively((connection) => giveKeys(connection, 'told'));
  await give({ column: 'user_id', text: 'bob' }, ANN);
  await database.exclusively((connection) => giveKeys(connection, 'told'));
  const counts = `count(*)::INTEGER AS texts, count(DISTINCT (text_column, text))::INTEGER AS different,
    count(DISTINCT key)::INTEGER AS keys`;
  const all = 2 * TEXT_COLUMNS.length;
  expect(await database.rows(`SELECT ${counts} FROM session_text`)).toEqual([
    { texts: all, different: all, keys: all },
  ]);
});

it('reads back the texts of a relation from their keys, and none where there was none', async () => {
  await give(ANN);
  const columns = TEXT_COLUMNS.map(
    (column) => `${column === 'license_product' ? 'NULL' : 'name'} AS ${column}`,
  );
  await database.run(
    `CREATE TABLE told AS
     SELECT n, ${columns.join(', ')} FROM (VALUES (1, 'ann'), (2, $1), (3, 'ann')) named(n, name)`,
    [ODD.text],
  );
  await database.exclusively((connection) => giveKeys(connection, 'told'));
  await database.exclusively((connection) => giveKeys(connection, 'told'));
  const keys = `(SELECT n, columns('.*_key') FROM ${withKeys('told', TEXT_COLUMNS)})`;
  const read = await database.rows(
    `SELECT n, ${TEXT_COLUMNS.join(', ')} FROM ${withTexts(keys, TEXT_COLUMNS)} ORDER BY n`,
  );
  expect(read).toEqual(await database.rows('FROM told ORDER BY n'));
});
