import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Archive } from './archive';
import { packBlob } from './blob';
import { type BlobStore, DiskBlobs } from './disk-blobs';
import { noise } from './noise-for-test';

const MIB = 1024 * 1024;
const AS_OF = Date.parse('2026-11-24T14:32:10Z');

let folder: string;
const log: string[] = [];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'triptych-archive-'));
  log.length = 0;
  vi.spyOn(console, 'error').mockImplementation((...words) => void log.push(words.join(' ')));
});
afterEach(async () => {
  vi.restoreAllMocks();
  await rm(folder, { recursive: true });
});

const open = (maxBytes = 10 * MIB) => Archive.open({ folder, maxBytes, now: () => AS_OF });
const put = (archive: Archive, key: string, content: string | Uint8Array) =>
  archive.put({ key, asOf: AS_OF, content: Buffer.from(content) });
const textOf = async (archive: Archive, key: string) => {
  const archived = await archive.get(key);
  return archived && Buffer.from(archived.content).toString();
};
const blobs = async () => (await readdir(join(folder, 'blobs'))).sort();
const pathOf = (hash: string | undefined) => join(folder, 'blobs', `${hash}.gz`);

describe('an archive', () => {
  it('returns what was put, with its hash and time, also after it is opened again', async () => {
    const archive = await open();
    const hash = await put(archive, 'a', 'alpha');
    expect(await archive.get('a')).toMatchObject({ hash, asOf: AS_OF });
    await archive.saveIndex();
    const again = await open();
    expect(await textOf(again, 'a')).toBe('alpha');
    expect(await again.get('b')).toBeUndefined();
  });

  it('replaces the answer to a request and removes the old blob', async () => {
    const archive = await open();
    await put(archive, 'a', 'alpha');
    const hash = await put(archive, 'a', 'alpha 2');
    expect(await textOf(archive, 'a')).toBe('alpha 2');
    expect(await blobs()).toEqual([`${hash}.gz`]);
  });

  it('keeps the blob when the same answer is put again', async () => {
    const archive = await open();
    await put(archive, 'a', 'alpha');
    await put(archive, 'a', 'alpha');
    expect(await textOf(archive, 'a')).toBe('alpha');
  });

  it.each<[string, (path: string) => Promise<void>]>([
    ['is missing', (path) => rm(path)],
    ['is damaged', (path) => writeFile(path, '{"format":1,')],
    ['is of another format', (path) => writeFile(path, '{"format":99,"entries":[]}')],
  ])('is rebuilt from its blobs when the index %s', async (_, damage) => {
    const archive = await open();
    for (const key of ['a', 'b', 'c']) await put(archive, key, `answer ${key}`);
    await archive.saveIndex();
    await damage(join(folder, 'index.json'));
    const rebuilt = await open();
    expect(await Promise.all(['a', 'b', 'c'].map((key) => textOf(rebuilt, key)))).toEqual([
      'answer a',
      'answer b',
      'answer c',
    ]);
  });

  it('finds blobs that are newer than the index, and misses removed ones', async () => {
    const archive = await open();
    const hash = await put(archive, 'a', 'alpha');
    await archive.saveIndex();
    await put(archive, 'b', 'beta');
    await rm(pathOf(hash));
    const again = await open();
    expect([await textOf(again, 'a'), await textOf(again, 'b')]).toEqual([undefined, 'beta']);
  });

  it('drops the least recently used answers beyond its limit, also after it is opened again', async () => {
    const archive = await open(250_000);
    for (const [i, key] of ['a', 'b'].entries()) await put(archive, key, noise(100_000, i));
    await archive.get('a');
    await archive.saveIndex();
    const again = await open(250_000);
    await put(again, 'c', noise(100_000, 9));
    const found = await Promise.all(['a', 'b', 'c'].map((key) => again.get(key)));
    expect(found.map((each) => each !== undefined)).toEqual([true, false, true]);
    expect(await blobs()).toHaveLength(2);
  });

  it('leaves out an answer that is larger than its limit', async () => {
    const archive = await open(50_000);
    expect(await put(archive, 'a', noise(100_000, 1))).toBeUndefined();
    expect(await archive.get('a')).toBeUndefined();
  });

  it.each<[string, (path: string) => Promise<void>]>([
    ['was cut', (path) => truncate(path, 20)],
    ['is something else', (path) => writeFile(path, 'hello')],
  ])('sets aside a blob that %s, and accepts the answer again', async (_, damage) => {
    const archive = await open();
    const hash = await put(archive, 'a', 'alpha');
    await damage(pathOf(hash));
    expect(await archive.get('a')).toBeUndefined();
    expect(await blobs()).toEqual([`${hash}.gz.damaged-${AS_OF}`]);
    expect(log.join()).toMatch(/is damaged/);
    await put(archive, 'a', 'alpha');
    expect(await textOf(archive, 'a')).toBe('alpha');
  });

  it('sets damaged blobs aside when it rebuilds its index', async () => {
    const archive = await open();
    const hash = await put(archive, 'a', 'alpha');
    await writeFile(pathOf(hash), 'hello');
    expect(await (await open()).get('a')).toBeUndefined();
    expect(await blobs()).toEqual([`${hash}.gz.damaged-${AS_OF}`]);
  });

  it('leaves blobs of other releases where they are', async () => {
    const blobs = new DiskBlobs(join(folder, 'blobs'));
    const hashes = Array.from({ length: 12 }, (_, i) => String(i).padStart(64, '0'));
    for (const hash of hashes) await blobs.write(hash, gzipSync('{"format":2,"request":"a"}\n'));
    const archive = await open();
    expect(await archive.get('a')).toBeUndefined();
    expect(await blobs.list()).toHaveLength(12);
  });

  it('prefers the newer answer when an index is rebuilt, and removes the older one', async () => {
    const archive = await open();
    await archive.put({ key: 'a', asOf: AS_OF + 1, content: Buffer.from('newer') });
    const other = await packBlob({ key: 'a', asOf: AS_OF, content: Buffer.from('older') });
    await archive.saveIndex();
    await new DiskBlobs(join(folder, 'blobs')).write(other.hash, other.bytes);
    const again = await open();
    expect(await textOf(again, 'a')).toBe('newer');
    expect(await blobs()).toHaveLength(1);
  });

  it('removes blobs that a lowered limit has no room for', async () => {
    const archive = await open();
    for (const [i, key] of ['a', 'b'].entries()) await put(archive, key, noise(100_000, i));
    await archive.saveIndex();
    const again = await open(50_000);
    expect([await again.get('a'), await again.get('b')]).toEqual([undefined, undefined]);
    expect(await blobs()).toEqual([]);
  });

  it('keeps a blob that can’t be read at the moment', async () => {
    const disk = new DiskBlobs(join(folder, 'blobs'));
    let isBroken = false;
    const blobs: BlobStore = {
      list: () => disk.list(),
      write: (hash, bytes) => disk.write(hash, bytes),
      read: (hash) => (isBroken ? Promise.reject(new Error('EIO')) : disk.read(hash)),
      readStart: (hash) => disk.readStart(hash),
      remove: (hash) => disk.remove(hash),
      setAside: (hash, now, why) => disk.setAside(hash, now, why),
    };
    const archive = await Archive.open({ folder, maxBytes: MIB, now: () => AS_OF, blobs });
    await put(archive, 'a', 'alpha');
    isBroken = true;
    expect(await archive.get('a')).toBeUndefined();
    isBroken = false;
    expect(await textOf(archive, 'a')).toBe('alpha');
  });

  it('sets a blob aside while another is being written', async () => {
    const archive = await open();
    const hash = await put(archive, 'a', 'alpha');
    await writeFile(pathOf(hash), 'hello');
    const [written] = await Promise.all([put(archive, 'b', noise(5_000_000, 1)), archive.get('a')]);
    expect(await blobs()).toContain(`${written}.gz`);
  });

  it('writes blobs as gzip of a head and the content', async () => {
    const archive = await open();
    const hash = await put(archive, 'a', 'alpha');
    expect([...(await readFile(pathOf(hash))).subarray(0, 2)]).toEqual([0x1f, 0x8b]);
  });
});
