import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DiskArchive } from './disk-archive';
import { noise } from './noise-for-test';

const AS_OF = Date.parse('2026-11-24T14:32:10Z');
const KIB = 1024;

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'triptych-archive-'));
});
afterEach(() => rm(folder, { recursive: true }));

const open = () => DiskArchive.open({ folder, mebibytes: 1, recordedMebibytes: 1, now: () => AS_OF });
/** Four of them fill a part. */
const quarter = (seed: number) => noise(250 * KIB, seed);
const put = (archive: DiskArchive, key: string, seed: number, isRecorded?: boolean) =>
  archive.put({ key, asOf: AS_OF, content: quarter(seed), isRecorded });
const has = async (archive: DiskArchive, key: string) => (await archive.get(key)) !== undefined;
const blobsIn = async (part: string) => (await readdir(join(folder, part, 'blobs'))).length;

test('never displaces recorded answers by others', async () => {
  const archive = await open();
  await put(archive, 'recorded', 0, true);
  for (let seed = 1; seed <= 6; seed++) await put(archive, `seen ${seed}`, seed);
  expect(await has(archive, 'recorded')).toBe(true);
  expect(await has(archive, 'seen 1')).toBe(false);
  expect(await has(archive, 'seen 6')).toBe(true);
  expect(await has(await open(), 'recorded')).toBe(true);
});

test('drops the recorded answers that were used least recently, when these are too many', async () => {
  const archive = await open();
  for (let seed = 1; seed <= 4; seed++) await put(archive, `recorded ${seed}`, seed, true);
  expect(await has(archive, 'recorded 1')).toBe(true);
  await put(archive, 'recorded 5', 5, true);
  expect(await has(archive, 'recorded 1')).toBe(true);
  expect(await has(archive, 'recorded 2')).toBe(false);
});

test('makes an answer that somebody looked at a recorded one, once', async () => {
  const archive = await open();
  await put(archive, 'a', 1);
  for (const key of ['a', 'a', 'b']) await archive.record(key);
  expect([await blobsIn('archive'), await blobsIn('recorded')]).toEqual([0, 1]);
  const answer = await archive.get('a');
  expect(answer?.asOf).toBe(AS_OF);
  expect(Buffer.from(answer?.content ?? []).equals(Buffer.from(quarter(1)))).toBe(true);
});

test('leaves an answer recorded that is replaced, and prefers it to an earlier one', async () => {
  const archive = await open();
  await put(archive, 'a', 1);
  await put(archive, 'a', 2, true);
  await put(archive, 'a', 3);
  expect([await blobsIn('archive'), await blobsIn('recorded')]).toEqual([0, 1]);
  expect(Buffer.from((await archive.getToReplace('a'))?.content ?? []).equals(Buffer.from(quarter(3)))).toBe(
    true,
  );
});
