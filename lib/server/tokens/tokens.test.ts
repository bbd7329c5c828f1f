import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DAY, SECOND } from '@/lib/time/duration';
import { DiskObjects } from '../objects/disk-objects';
import { TEST_NOW, temporaryFolder } from '../test-support';
import { isToken, MAX_TOKENS, Tokens } from './tokens';

let data: Awaited<ReturnType<typeof temporaryFolder>>;
let now: number;
let tokens: Tokens;

beforeEach(async () => {
  data = await temporaryFolder();
  now = TEST_NOW;
  tokens = ofAnotherServer();
});
afterEach(() => data.remove());

const ofAnotherServer = () => new Tokens({ objects: new DiskObjects(data.folder), now: () => now });

test('finds a token until it expires, and keeps nothing of it', async () => {
  const { token, ...created } = await tokens.create({ name: 'report', days: 7 });
  expect(isToken(token)).toBe(true);
  expect(created).toMatchObject({ name: 'report', createdAt: TEST_NOW, expiresAt: TEST_NOW + 7 * DAY });
  expect(await tokens.find(token)).toEqual(created);
  expect(await tokens.list()).toEqual([created]);
  const [file = ''] = await readdir(join(data.folder, 'tokens'));
  expect(await readFile(join(data.folder, 'tokens', file), 'utf8')).not.toContain(token.slice(-43));
  now += 7 * DAY;
  expect(await tokens.find(token)).toBeUndefined();
  expect(await tokens.list()).toEqual([]);
});

test('finds no token with another secret, another id or another form', async () => {
  const [first, second] = [
    await tokens.create({ name: 'a', days: 1 }),
    await tokens.create({ name: 'b', days: 1 }),
  ];
  const mixed = first.token.slice(0, -43) + second.token.slice(-43);
  const unknown = `triptych_${'x'.repeat(16)}_${first.token.slice(-43)}`;
  for (const sent of [mixed, unknown, '', 'triptych_', `${first.token}x`, `../${first.token}`])
    expect(await tokens.find(sent), sent).toBeUndefined();
});

test('refuses a revoked token at once, and on another server after ten seconds', async () => {
  const { id, token } = await tokens.create({ name: 'report', days: 7 });
  const other = ofAnotherServer();
  expect(await other.find(token)).toBeDefined();
  await tokens.revoke(id);
  expect(await tokens.find(token)).toBeUndefined();
  now += 10 * SECOND;
  expect(await other.find(token)).toBeUndefined();
  await expect(tokens.revoke(id)).resolves.toBeUndefined();
});

test('reads no file for unknown ids', async () => {
  await tokens.create({ name: 'report', days: 7 });
  let reads = 0;
  const objects = new DiskObjects(data.folder);
  const read = objects.read.bind(objects);
  objects.read = (path) => {
    reads += 1;
    return read(path);
  };
  let lists = 0;
  const list = objects.list.bind(objects);
  objects.list = (...of) => {
    lists += 1;
    return list(...of);
  };
  const attacked = new Tokens({ objects, now: () => now });
  for (let guess = 0; guess < 50; guess++)
    await attacked.find(`triptych_${String(guess).padStart(16, 'x')}_${'y'.repeat(43)}`);
  expect([reads, lists]).toEqual([0, 1]);
});

test('leaves out a damaged file, and makes room of what has expired', async () => {
  const { id, token } = await tokens.create({ name: 'damaged', days: 7 });
  await writeFile(join(data.folder, 'tokens', id), '{"name":"damaged"');
  const other = ofAnotherServer();
  expect(await other.find(token)).toBeUndefined();
  expect(await other.list()).toEqual([]);
  for (let count = 0; count < MAX_TOKENS; count++) await other.create({ name: `${count}`, days: 1 });
  await expect(other.create({ name: 'more', days: 1 })).rejects.toMatchObject({ problem: { status: 409 } });
  now += DAY;
  await expect(other.create({ name: 'more', days: 1 })).resolves.toMatchObject({ name: 'more' });
});
