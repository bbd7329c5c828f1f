import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { GET as getBundle, POST as postPage } from '@/app/api/links/[id]/bundle/route';
import { POST as postBundle } from '@/app/api/opened-bundles/route';
import { callRoute, pointAt, temporaryFolder } from '../../test-support';
import { sharedLinks } from '../shared-links';

let folders: Awaited<ReturnType<typeof temporaryFolder>>[];

beforeEach(() => {
  folders = [];
});
afterEach(async () => {
  for (const { remove } of folders) await remove();
});

/** Makes this process a dashboard of a data folder without links, or with those of an earlier one. */
async function dashboard(at?: string): Promise<string> {
  const folder = at ?? (await newFolder());
  pointAt('http://127.0.0.1:1', { TRIPTYCH_DATA: folder });
  return folder;
}

async function newFolder(): Promise<string> {
  const made = await temporaryFolder();
  folders.push(made);
  return made.folder;
}

async function share(name = 'Canaries, today') {
  const { recording, finish } = await (await sharedLinks()).begin();
  recording.addAnswer('canaries', '', { names: ['a', 'b'] });
  await recording.put(['runs'], async () => ({ asOf: 1, content: Buffer.from('the runs') }));
  return finish({ name, page: { path: '/canaries', search: '?from=now-6h' }, missing: [] });
}

const exported = (id: string) => callRoute(getBundle, { params: { id } });

const opened = (body: Uint8Array, headers: Record<string, string> = {}) =>
  callRoute(postBundle, {
    method: 'POST',
    body: Buffer.from(body),
    headers: { origin: 'http://127.0.0.1:3000', ...headers },
  });

/** All files below a folder and their bytes, in hexadecimal digits. */
async function filesIn(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
  const files = paths.sort().map(async (path) => [path.slice(folder.length), await readFile(path, 'hex')]);
  return Object.fromEntries(await Promise.all(files));
}

test('moves a link to another dashboard, with the same blobs under the same names', async () => {
  const from = await dashboard();
  const { id, blobs } = await share();
  const { headers, bytes } = await exported(id);
  expect(headers.get('content-type')).toBe('application/zip');
  expect(headers.get('content-disposition')).toBe(
    'attachment; filename="triptych_Canaries-today_kept-2026-11-24T143210Z.zip"',
  );
  expect(headers.get('x-triptych-lost-parts')).toBe('0');

  const to = await dashboard();
  const { status, body } = await opened(bytes);
  expect([status, body]).toEqual([200, { link: expect.objectContaining({ id }), lostCount: 0 }]);
  const [before, after] = [await filesIn(from), await filesIn(to)];
  expect(Object.keys(after)).toEqual(Object.keys(before));
  expect(blobs).toHaveLength(2);
  for (const [, hash] of blobs) {
    const name = `/links/${id}/${hash}`;
    expect(after[name]).toBe(before[name]);
  }
  const link = await (await sharedLinks()).open(id);
  expect(await link.answer('canaries', '')).toEqual({ names: ['a', 'b'] });
  expect((await (await sharedLinks()).list({ max: 10 })).links).toEqual([link.manifest]);
});

test('exports what a link has not lost, and counts the rest', async () => {
  const from = await dashboard();
  const { id, blobs } = await share();
  const runs = join(from, 'links', id, new Map(blobs).get('["runs"]') ?? '');
  for (const lose of [() => writeFile(runs, 'damaged'), () => rm(runs)]) {
    await dashboard(from);
    await lose();
    const { headers, bytes } = await exported(id);
    expect(headers.get('x-triptych-lost-parts')).toBe('1');
    await dashboard();
    expect((await opened(bytes)).body.lostCount).toBe(1);
    const link = await (await sharedLinks()).open(id);
    expect(await link.answer('canaries', '')).toEqual({ names: ['a', 'b'] });
    await expect(link.blob(['runs'])).rejects.toMatchObject({ problem: { code: 'KeptDataLost' } });
  }
});

test('opens a link twice, also under another name, but never replaces another link', async () => {
  const folder = await dashboard();
  const { id } = await share();
  const { bytes } = await exported(id);
  await (await sharedLinks()).rename(id, 'Renamed');
  const before = await filesIn(folder);
  expect((await opened(bytes)).status).toBe(200);
  expect(await filesIn(folder)).toEqual(before);

  const other = await share('Another page');
  const links = join(folder, 'links');
  await writeFile(join(links, id, 'manifest'), await readFile(join(links, other.id, 'manifest')));
  const { status, body } = await opened(bytes);
  expect([status, body.error.code]).toEqual([409, 'OtherLink']);
});

test('leaves nothing of a file that is refused', async () => {
  const from = await dashboard();
  const { id } = await share();
  const { bytes } = await exported(id);
  // The last blob is written after another one.
  const at = bytes.lastIndexOf(Buffer.from([0x1f, 0x8b, 0x08]));
  bytes.fill(0, at + 12, at + 30);
  const to = await dashboard();
  const { status, body } = await opened(bytes);
  expect(status).toBe(400);
  expect(body.error.message).toBe(
    'This file was not opened, because a part of it was changed or is damaged.',
  );
  expect(await filesIn(to)).toEqual({});
  expect(Object.keys(await filesIn(from))).toHaveLength(4);
});

test('refuses a body that is too large before it arrives, and foreign pages', async () => {
  await dashboard();
  const large = await opened(Buffer.from('x'), { 'content-length': String(1024 ** 3) });
  expect([large.status, large.body.error.message]).toEqual([413, expect.stringContaining('528 MiB')]);
  expect((await opened(Buffer.from('x'), { origin: 'http://example.com' })).status).toBe(403);
});

test('has the page that was made of the link, which opening does not read', async () => {
  await dashboard();
  const { id } = await share();
  const body = '<!doctype html><title>Canaries</title>';
  const headers = { origin: 'http://127.0.0.1:3000' };
  const { bytes } = await callRoute(postPage, { method: 'POST', params: { id }, body, headers });
  expect(bytes.toString('latin1')).toContain('page.html');
  expect(bytes.length).toBeGreaterThan((await exported(id)).bytes.length);
  await dashboard();
  expect((await opened(bytes)).status).toBe(200);
  const large = { ...headers, 'content-length': String(9 * 1024 * 1024) };
  expect((await callRoute(postPage, { method: 'POST', params: { id }, body, headers: large })).status).toBe(
    413,
  );
});

test('answers for links that do not exist', async () => {
  await dashboard();
  expect((await exported('fIZaVd9SuWZH7bIjur9_wQ')).body.error.code).toBe('NoSuchLink');
  expect((await exported('../x')).status).toBe(400);
});
