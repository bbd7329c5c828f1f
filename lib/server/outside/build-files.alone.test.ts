import { once } from 'node:events';
import { mkdir, writeFile } from 'node:fs/promises';
import { createServer, type Server, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { temporaryFolder } from '../test-support';
import { readBuildFiles, serveBuildFiles } from './build-files';

const SCRIPT = 'console.log(1);\n'.repeat(100);
const PATH = '/_next/static/chunks/a.js';

let build: Awaited<ReturnType<typeof temporaryFolder>>;
let server: Server;

beforeAll(async () => {
  build = await temporaryFolder();
  await mkdir(join(build.folder, 'chunks'));
  await writeFile(join(build.folder, 'chunks/a.js'), SCRIPT);
  await writeFile(join(build.folder, 'chunks/font.woff2'), 'font');
  await writeFile(join(build.folder, 'chunks/a.js.br'), brotliCompressSync(SCRIPT));
  await writeFile(join(build.folder, 'chunks/a.js.gz'), gzipSync(SCRIPT));
  serveBuildFiles(build.folder);
  server = createServer((request, response) => response.end(`Next: ${request.method} ${request.url}`));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  await vi.waitFor(async () => {
    expect((await answer(PATH, { 'accept-encoding': 'gzip' })).encoding).toBe('gzip');
  });
});

afterAll(async () => {
  server.close();
  await build.remove();
});

async function answer(path: string, headers: Record<string, string>, method = 'GET') {
  const { port } = server.address() as AddressInfo;
  const request = send({ host: '127.0.0.1', port, path, headers, method, agent: false }).end();
  const [response] = await once(request, 'response');
  const body = Buffer.concat(await response.toArray());
  return { headers: response.headers, encoding: response.headers['content-encoding'], body };
}

test('sends a script as the build compressed it, to be kept for good', async () => {
  const { headers, body } = await answer(`${PATH}?dpl=1`, { 'accept-encoding': 'gzip, deflate, br, zstd' });
  expect(headers).toMatchObject({
    'content-encoding': 'br',
    'content-length': String(body.length),
    'content-type': 'application/javascript; charset=UTF-8',
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'Accept-Encoding',
  });
  expect(brotliDecompressSync(body).toString()).toBe(SCRIPT);
  expect(gunzipSync((await answer(PATH, { 'accept-encoding': 'gzip' })).body).toString()).toBe(SCRIPT);
});

test.each([
  ['of a client that takes none compressed', PATH, {}, 'GET'],
  ['that weighs encodings', PATH, { 'accept-encoding': 'br;q=0, gzip;q=0' }, 'GET'],
  ['for a part', PATH, { 'accept-encoding': 'gzip', range: 'bytes=5-2' }, 'GET'],
  ['by another method', PATH, { 'accept-encoding': 'gzip' }, 'POST'],
  ['for a font', '/_next/static/chunks/font.woff2', { 'accept-encoding': 'gzip' }, 'GET'],
  ['for the compressed file itself', `${PATH}.gz`, { 'accept-encoding': 'gzip' }, 'GET'],
  ['for a file outside', '/_next/static/../a.js', { 'accept-encoding': 'gzip' }, 'GET'],
  ['for a page', '/farms', { 'accept-encoding': 'gzip' }, 'GET'],
])('leaves a request %s to Next', async (_, path, headers, method) => {
  expect((await answer(path, headers, method)).body.toString()).toBe(`Next: ${method} ${path}`);
});

test('has no files where nothing was built', async () => {
  expect((await readBuildFiles(join(build.folder, 'nothing'))).size).toBe(0);
});
