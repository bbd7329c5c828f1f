import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { DiskObjects } from '../objects/disk-objects';
import type { ObjectStore } from '../objects/object-store';
import { temporaryFolder } from '../test-support';
import { MAX_BLOB_BYTES } from './blob';
import { ObjectArchive } from './object-archive';

const AS_OF = Date.parse('2026-11-24T14:32:10Z');

let data: Awaited<ReturnType<typeof temporaryFolder>>;
let now: number;
const log: string[] = [];

beforeEach(async () => {
  data = await temporaryFolder();
  now = AS_OF;
  log.length = 0;
  vi.spyOn(console, 'error').mockImplementation((...words) => void log.push(words.join(' ')));
});
afterEach(() => data.remove());

/** Another server on the same files. */
const server = (objects: ObjectStore = new DiskObjects(data.folder)) => new ObjectArchive(objects, () => now);

const put = (archive: ObjectArchive, key: string, content: string) =>
  archive.put({ key, asOf: AS_OF, content: Buffer.from(content) });

const textOf = async (archive: ObjectArchive, key: string) => {
  const archived = await archive.get(key);
  return archived && Buffer.from(archived.content).toString();
};

const answersIn = async () => {
  const folder = join(data.folder, 'answers');
  return (await readdir(folder)).map((name) => join(folder, name));
};

describe('an archive that servers share', () => {
  it('has on every server what one of them put', async () => {
    const hash = await put(server(), 'a', 'alpha');
    const other = server();
    expect(await other.get('a')).toMatchObject({ hash, key: 'a', asOf: AS_OF });
    expect(await textOf(other, 'a')).toBe('alpha');
    expect(await other.get('b')).toBeUndefined();
    expect(log).toEqual([]);
  });

  it('replaces the answer to a request', async () => {
    const archive = server();
    await put(archive, 'a', 'alpha');
    await put(archive, 'a', 'alpha 2');
    expect(await textOf(archive, 'a')).toBe('alpha 2');
    expect(await answersIn()).toHaveLength(1);
  });

  it('keeps nothing that is too large', async () => {
    const content = new Uint8Array(MAX_BLOB_BYTES + 1);
    expect(await server().put({ key: 'a', asOf: AS_OF, content })).toBeUndefined();
    expect(await server().get('a')).toBeUndefined();
  });

  it('rejects when an answer can’t be written', async () => {
    const objects = new DiskObjects(data.folder);
    objects.write = () => Promise.reject(new Error('full'));
    await expect(put(server(objects), 'a', 'alpha')).rejects.toThrow('full');
  });
});

describe('a file that is not what was written', () => {
  const damages: [string, (bytes: Buffer) => Uint8Array][] = [
    ['empty', () => Buffer.alloc(0)],
    ['truncated', (bytes) => bytes.subarray(0, -5)],
    ['changed in its content', (bytes) => bytes.fill(7, 90, 100)],
    ['changed in its hash', (bytes) => bytes.fill('0', 0, 10)],
    ['without a hash', (bytes) => bytes.subarray(65)],
  ];

  it.each(damages)('is not used when it is %s, and is replaced', async (_, damage) => {
    const archive = server();
    await put(archive, 'a', 'alpha '.repeat(50));
    const [path = ''] = await answersIn();
    await writeFile(path, damage(await readFile(path)));
    expect(await archive.get('a')).toBeUndefined();
    expect(log.join()).toMatch(/^archive: answers\/[0-9a-f]{64} is not used: /);
    await put(archive, 'a', 'alpha');
    expect(await textOf(archive, 'a')).toBe('alpha');
  });

  it('is not used as the answer to another request', async () => {
    const archive = server();
    await put(archive, 'a', 'alpha');
    await put(archive, 'b', 'beta');
    const [first = '', second = ''] = await answersIn();
    await writeFile(first, await readFile(second));
    const texts = [await textOf(archive, 'a'), await textOf(archive, 'b')];
    expect(texts.filter((text) => text === undefined)).toHaveLength(1);
    expect(log.join()).toContain('it answers another request');
  });
});

describe('files that can’t be read', () => {
  it('are not tried again for 30 seconds, and then are', async () => {
    const objects = new DiskObjects(data.folder);
    const read = vi.spyOn(objects, 'read').mockRejectedValueOnce(new Error('unreachable'));
    const archive = server(objects);
    await put(archive, 'a', 'alpha');
    expect(await archive.get('a')).toBeUndefined();
    now += 29_999;
    expect(await archive.get('a')).toBeUndefined();
    expect(read).toHaveBeenCalledTimes(1);
    now += 1;
    expect(await textOf(archive, 'a')).toBe('alpha');
    expect(log).toHaveLength(1);
  });

  it('are not taken for missing by who extends an answer', async () => {
    const objects = new DiskObjects(data.folder);
    const archive = server(objects);
    await put(archive, 'a', 'alpha');
    vi.spyOn(objects, 'read').mockRejectedValueOnce(new Error('unreachable'));
    await expect(archive.getToReplace('a')).rejects.toThrow('unreachable');
    await expect(archive.getToReplace('b'), 'in the pause').rejects.toThrow('left alone');
    now += 30_000;
    expect(await archive.getToReplace('a')).toMatchObject({ key: 'a' });
    expect(await archive.getToReplace('b')).toBeUndefined();
  });

  it('take five seconds of a viewer’s time at most', async () => {
    const objects = new DiskObjects(data.folder);
    objects.read = () => new Promise(() => {});
    vi.spyOn(AbortSignal, 'timeout').mockImplementation((ms) => {
      expect(ms).toBe(5000);
      return AbortSignal.abort(new Error('too late'));
    });
    expect(await server(objects).get('a')).toBeUndefined();
    expect(log.join()).toContain('too late');
  });
});
