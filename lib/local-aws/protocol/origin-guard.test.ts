import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { type IncomingMessage, request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { SettableClock } from '../clock';
import { type LocalAws, startLocalAws } from '../server';

const NOW = Date.parse('2026-11-24T14:32:10Z');

let folder: string;
let local: LocalAws;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'local-aws-origin-'));
  local = await startLocalAws({
    folder,
    clock: new SettableClock(NOW),
    sample: false,
    port: 0,
    admin: true,
  });
});
afterAll(async () => {
  await local.close();
  await rm(folder, { recursive: true });
});

async function statusOf(path: string, headers: Record<string, string>, method = 'GET', body = '') {
  const sent = request(new URL(path, local.url), { method, headers }).end(body);
  const [answer] = (await once(sent, 'response')) as [IncomingMessage];
  answer.resume();
  return answer.statusCode;
}

it.each([
  'localhost:4599',
  'LOCALHOST',
  '127.0.0.1',
  '127.0.0.2:1',
  '[::1]:4599',
  'management.localhost:4599',
])('answers to the host %s', async (host) => {
  expect(await statusOf('/profilingGroups', { host })).toBe(200);
});

it.each([
  'evil.example:4599',
  'localhost.evil.example',
  '127.0.0.1.evil.example',
  'evil.example#localhost',
  'notlocalhost',
  '192.168.0.7:4599',
  '[::1].evil.example',
  '0.0.0.0:4599',
])('refuses the host %s', async (host) => {
  expect(await statusOf('/profilingGroups', { host })).toBe(403);
});

it('answers HTTP/1.0 requests without a Host', async () => {
  const socket = connect(Number(new URL(local.url).port), '127.0.0.1');
  socket.end('GET /profilingGroups HTTP/1.0\r\n\r\n');
  const chunks: Buffer[] = [];
  for await (const chunk of socket as AsyncIterable<Buffer>) chunks.push(chunk);
  expect(Buffer.concat(chunks).toString()).toMatch(/^HTTP\/1\.1 200 /);
});

it.each(['https://evil.example', 'null', 'http://127.0.0.1:3000', 'http://localhost'])(
  'refuses a page from the origin %s',
  async (origin) => {
    expect(await statusOf('/profilingGroups', { origin })).toBe(403);
    const body = '{"profilingGroupName":"made-by-a-page"}';
    expect(await statusOf('/profilingGroups?clientToken=t', { origin }, 'POST', body)).toBe(403);
    expect(local.world.profiles.groups.names()).toEqual(['triptych-server']);
  },
);

it('protects the admin path too', async () => {
  const body = '{"now":"2030-01-01T00:00:00Z"}';
  const headers = { origin: 'https://evil.example' };
  expect(await statusOf('/_local-aws/clock', headers, 'PUT', body)).toBe(403);
  expect(await statusOf('/_local-aws/clock', { host: 'evil.example' }, 'PUT', body)).toBe(403);
  expect(local.world.clock.now()).toBe(NOW);
});

it('answers requests from its own origin', async () => {
  expect(await statusOf('/profilingGroups', { origin: local.url })).toBe(200);
});
