import { randomBytes } from 'node:crypto';
import { appendFile, readdir, readFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DiskObjects } from '../objects/disk-objects';
import type { ObjectStore } from '../objects/object-store';
import { temporaryFolder } from '../test-support';
import { Links } from './links';

const HOUR = 3_600_000;
const START = Date.parse('2026-11-24T12:00:00Z');

let data: Awaited<ReturnType<typeof temporaryFolder>>;
let objects: DiskObjects;
let now: number;

beforeEach(async () => {
  data = await temporaryFolder();
  objects = new DiskObjects(data.folder);
  now = START;
});

afterEach(() => data.remove());

/** Another dashboard on the same folder. */
const instance = (store: ObjectStore = objects, maxBytes?: number) =>
  new Links({ objects: store, now: () => now, ...(maxBytes !== undefined && { maxBytes }) });

const ABOUT = { page: { path: '/canaries', search: '?from=now-6h' }, missing: [] };

/** A link with one small answer and one in a blob of its own. */
async function share(links: Links, name = 'Canaries') {
  const { recording, finish } = await links.begin();
  recording.addAnswer('canaries', '', { names: ['a', 'b'] });
  await recording.put(['runs', 'a'], async () => ({ asOf: START, content: Buffer.from('the runs of a') }));
  return finish({ name, ...ABOUT });
}

/** The path of the blob of a link with the answer to a request. */
const pathOf = (manifest: Awaited<ReturnType<typeof share>>, request: readonly unknown[]) =>
  join(data.folder, manifest.id, new Map(manifest.blobs).get(JSON.stringify(request)) ?? '');

test('keeps answers that another instance reads', async () => {
  const { id } = await share(instance());
  expect(id).toMatch(/^[\w-]{22}$/);
  const link = await instance().open(id);
  expect(link.keptAt).toBe(START);
  expect(link.manifest).toMatchObject({ id, name: 'Canaries', ...ABOUT });
  expect(await link.answer('canaries', '')).toEqual({ names: ['a', 'b'] });
  const blob = await link.blob(['runs', 'a']);
  expect(blob?.asOf).toBe(START);
  expect(Buffer.from(blob?.content ?? '').toString()).toBe('the runs of a');
});

test('tells what a link does not keep', async () => {
  const link = await instance().open((await share(instance())).id);
  expect(await link.blob(['runs', 'b'])).toBeUndefined();
  await expect(link.answer('farms', '')).rejects.toMatchObject({ problem: { code: 'NotKept' } });
});

test('keeps a lasting problem in place of an answer', async () => {
  const links = instance();
  const { recording, finish } = await links.begin();
  const { ProblemError } = await import('@/lib/answer/problem');
  const denied = { code: 'AccessDeniedException', message: 'Denied.', status: 403, retryable: false };
  recording.addProblem('farms', '', new ProblemError(denied));
  recording.addProblem('queues', '', new ProblemError({ ...denied, retryable: true }));
  const link = await links.open((await finish({ name: 'Costs', ...ABOUT })).id);
  await expect(link.answer('farms', '')).rejects.toMatchObject({ problem: denied });
  await expect(link.answer('queues', '')).rejects.toMatchObject({ problem: { code: 'NotKept' } });
});

test('keeps the content that reaches back furthest', async () => {
  const links = instance();
  const { recording, finish } = await links.begin();
  const content = (text: string) => async () => ({ asOf: START, content: Buffer.from(text) });
  recording.putEarliest(['runs', 'a'], 20, content('short'));
  recording.putEarliest(['runs', 'a'], 10, content('long'));
  recording.putEarliest(['runs', 'a'], 30, content('shorter'));
  const link = await links.open((await finish({ name: 'Runs', ...ABOUT })).id);
  expect(Buffer.from((await link.blob(['runs', 'a']))?.content ?? '').toString()).toBe('long');
});

test.each([
  ['is cut', (path: string) => truncate(path, 40)],
  ['has other bytes', (path: string) => writeFile(path, 'something else')],
])('reports a blob as lost that %s, and shows the rest', async (_, damage) => {
  const manifest = await share(instance());
  await damage(pathOf(manifest, ['runs', 'a']));
  const link = await instance().open(manifest.id);
  await expect(link.blob(['runs', 'a'])).rejects.toMatchObject({ problem: { code: 'KeptDataLost' } });
  expect(await link.answer('canaries', '')).toEqual({ names: ['a', 'b'] });
});

test('reports a missing blob as lost', async () => {
  const manifest = await share(instance());
  await objects.remove(`${manifest.id}/${new Map(manifest.blobs).get('["answers"]')}`);
  const link = await instance().open(manifest.id);
  await expect(link.answer('canaries', '')).rejects.toMatchObject({ problem: { code: 'KeptDataLost' } });
  expect(await link.blob(['runs', 'a'])).toBeDefined();
});

test.each([
  ['cut', (path: string) => truncate(path, 100)],
  ['changed', (path: string) => appendFile(path, 'x')],
  ['empty', (path: string) => truncate(path, 0)],
])('reports a link as lost whose manifest is %s', async (_, damage) => {
  const { id } = await share(instance(), 'damaged');
  await share(instance(), 'whole');
  await damage(join(data.folder, id, 'manifest'));
  await expect(instance().open(id)).rejects.toMatchObject({ problem: { code: 'KeptDataLost' } });
  const { links, damagedCount } = await instance().list({ max: 10 });
  expect(links.map(({ name }) => name)).toEqual(['whole']);
  expect(damagedCount).toBe(1);
});

test.each(['', '..', '../listed', 'a'.repeat(22), '%2e%2e', `${'a'.repeat(21)}/`])(
  'has no link %j',
  async (id) => {
    await expect(instance().open(id)).rejects.toMatchObject({ problem: { code: 'NoSuchLink' } });
  },
);

test('lists links by pages, the newest first', async () => {
  for (const name of ['first', 'second', 'third']) {
    await share(instance(), name);
    now += 1;
  }
  const page = await instance().list({ max: 2 });
  expect(page.links.map(({ name }) => name)).toEqual(['third', 'second']);
  const rest = await instance().list({ max: 2, after: page.next });
  expect(rest.links.map(({ name }) => name)).toEqual(['first']);
  expect(rest.next).toBeUndefined();
});

test('makes no link for which all of them together have no room, until another is revoked', async () => {
  const first = await share(instance());
  const two = 2 * first.bytes;
  const links = instance(objects, two);
  const second = await share(links);
  expect(await links.total()).toEqual({ count: 2, bytes: two });
  const full = { problem: { code: 'LinksFull', status: 507 } };
  await expect(links.begin()).rejects.toMatchObject(full);
  await expect(links.add({ ...first, id: 'x'.repeat(22) }, async () => {})).rejects.toMatchObject(full);
  await links.revoke(second.id);
  const draft = await links.begin();
  await draft.recording.put(['runs', 'b'], async () => ({ asOf: START, content: randomBytes(two) }));
  await expect(draft.finish({ name: 'Large', ...ABOUT })).rejects.toMatchObject(full);
  await draft.abandon();
  await share(links);
  expect(await instance().total()).toEqual({ count: 2, bytes: two });
});

test('counts no link that was revoked although its manifest is damaged, and those that an earlier release listed', async () => {
  const { id } = await share(instance());
  await truncate(join(data.folder, id, 'manifest'), 10);
  await instance().revoke(id);
  expect(await instance().total()).toEqual({ count: 0, bytes: 0 });
  const old = await share(instance(), 'old');
  const [name = ''] = await objects.list('listed', { max: 1 });
  await objects.remove(`listed/${name}`);
  await objects.write(`listed/${name.slice(0, 36)}`, Buffer.from(old.id));
  expect(await instance().total()).toEqual({ count: 1, bytes: 0 });
  expect((await instance().list({ max: 10 })).links.map((link) => link.name)).toEqual(['old']);
  await instance().revoke(old.id);
  expect(await instance().total()).toEqual({ count: 0, bytes: 0 });
});

test('renames a link', async () => {
  const links = instance();
  const { id } = await share(links);
  await links.rename(id, 'The outage of Tuesday');
  expect((await links.open(id)).manifest.name).toBe('The outage of Tuesday');
  expect((await instance().list({ max: 10 })).links).toHaveLength(1);
});

test('revokes a link with all that it keeps', async () => {
  const links = instance();
  const { id } = await share(links);
  await links.revoke(id);
  await expect(links.open(id)).rejects.toMatchObject({ problem: { code: 'NoSuchLink' } });
  expect((await links.list({ max: 10 })).links).toEqual([]);
  expect(await readdir(data.folder)).not.toContain(id);
  await links.revoke(id);
});

test('has no half link while one is being made, nor after it was given up', async () => {
  const links = instance();
  const draft = await links.begin();
  await draft.recording.put(['runs', 'a'], async () => ({ asOf: START, content: Buffer.from('runs') }));
  expect((await links.list({ max: 10 })).links).toEqual([]);
  await draft.abandon();
  const left = await Promise.all(
    (await readdir(data.folder)).map((name) => readdir(join(data.folder, name))),
  );
  expect(left.flat()).toEqual([]);
});

test('gives no link when something could not be written', async () => {
  const full: ObjectStore = {
    ...{ read: (path) => objects.read(path), remove: (path) => objects.remove(path) },
    ...{
      list: (folder, options) => objects.list(folder, options),
      removeFolder: (id) => objects.removeFolder(id),
    },
    write: async (path, bytes) => {
      if (bytes.length > 60) throw Object.assign(new Error('no space left'), { code: 'ENOSPC' });
      await objects.write(path, bytes);
    },
  };
  const links = instance(full);
  const { recording, finish } = await links.begin();
  const large = async () => ({ asOf: START, content: Buffer.from('x'.repeat(10_000)) });
  await expect(recording.put(['runs', 'a'], large)).rejects.toThrow('no space left');
  // The request itself may have answered with a problem.
  await expect(finish({ name: 'Full', ...ABOUT })).rejects.toThrow('no space left');
  expect((await links.list({ max: 10 })).links).toEqual([]);
});

test('removes what a crash left, an hour later, but no link', async () => {
  const crashed = await instance().begin();
  await crashed.recording.put(['runs', 'a'], async () => ({ asOf: START, content: Buffer.from('runs') }));
  const { id } = await share(instance());
  await instance().clean();
  expect(await readdir(data.folder)).toHaveLength(4);
  now += 2 * HOUR;
  await instance().clean();
  expect((await readdir(data.folder)).sort()).toEqual([id, 'drafts', 'listed'].sort());
  expect(await readdir(join(data.folder, 'drafts'))).toEqual([]);
  expect(await readFile(join(data.folder, id, 'manifest'))).toBeDefined();
});

test('leaves nothing of a link whose manifest could not be written', async () => {
  class NoManifests extends DiskObjects {
    override async write(path: string, bytes: Uint8Array): Promise<void> {
      if (path.endsWith('/manifest')) throw new Error('no space left');
      await super.write(path, bytes);
    }
  }
  const draft = await instance(new NoManifests(data.folder)).begin();
  await expect(draft.finish({ name: 'Full', ...ABOUT })).rejects.toThrow('no space left');
  await draft.abandon();
  expect(await objects.list('listed', { max: 10 })).toEqual([]);
  expect(await objects.list('drafts', { max: 10 })).toEqual([]);
});
