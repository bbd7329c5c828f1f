import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer, type Server, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { setDraining } from '../draining';
import { auditSender, openAudit } from '../log/audit';
import { openLog } from '../log/log';
import { temporaryFolder } from '../test-support';
import { runningRequests, watchRequests } from './watch-requests';

let server: Server;
let port: number;
let lines: Record<string, unknown>[] = [];
/** Ends the answers that are held back. */
let release = () => {};

beforeAll(async () => {
  openLog({ level: 'debug', destination: { write: (line) => void lines.push(JSON.parse(line)) } });
  watchRequests({ patternOf: (path) => (path === '/readyz' ? path : '/[id]'), publicHost: () => undefined });
  server = createServer(async (request, response) => {
    if (request.url?.startsWith('/held')) {
      await new Promise<void>((resolve) => {
        release = resolve;
        server.emit('held');
      });
    }
    if (request.url?.startsWith('/mine')) auditSender({ id: 'u1', name: 'Jane Doe', role: 'viewer' });
    response.end('ok');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  port = (server.address() as AddressInfo).port;
});

afterAll(() => server.close());

beforeEach(() => {
  lines = [];
});

const ask = (path: string, headers = {}) => fetch(`http://127.0.0.1:${port}${path}`, { headers });

/** Waits until a condition holds, which the event loop brings about. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await setImmediate();
}

test('gives a request an id, and logs it by its pattern', async () => {
  const { headers } = await ask('/secret-name?secret=1', { 'x-request-id': 'no good' });
  const id = headers.get('x-request-id');
  expect(id).toMatch(/^[0-9a-f-]{36}$/);
  await until(() => lines.length > 0);
  expect(lines).toEqual([
    {
      ...{ level: 'info', time: expect.any(String), msg: 'request', requestId: id, method: 'GET' },
      ...{ route: '/[id]', status: 200, ms: expect.any(Number) },
    },
  ]);
});

test('writes one line of the audit log for each answered request of a known sender', async () => {
  const { folder, remove } = await temporaryFolder();
  const file = join(folder, 'audit.jsonl');
  openAudit({ file });
  const { headers } = await ask('/mine?canary=a');
  await ask('/of-nobody');
  await until(() => lines.length > 1);
  const written = (await readFile(file, 'utf8')).split('\n').filter(Boolean);
  expect(written.map((line) => JSON.parse(line))).toMatchObject([
    { requestId: headers.get('x-request-id'), userId: 'u1', address: '/mine?canary=a', status: 200 },
  ]);
  await remove();
});

test('logs checks of load balancers for who wants to know all', async () => {
  await ask('/readyz');
  await until(() => lines.length > 0);
  expect(lines).toMatchObject([{ level: 'debug', route: '/readyz' }]);
});

test('marks a request whose client has gone', async () => {
  const request = send({ port, path: '/held' });
  request.on('error', () => undefined);
  request.end();
  await once(server, 'held');
  request.destroy();
  await until(() => lines.length > 0);
  expect(lines).toMatchObject([{ isAborted: true }]);
  release();
});

test('is idle once the last request has ended, whatever load balancers ask', async () => {
  await runningRequests().idle();
  const held = ask('/held');
  await once(server, 'held');
  let isIdle = false;
  const idle = runningRequests()
    .idle()
    .then(() => {
      isIdle = true;
    });
  await ask('/readyz');
  expect(isIdle).toBe(false);
  release();
  await held;
  await idle;
});

test('closes connections while the server stops', async () => {
  setDraining(true);
  expect((await ask('/x')).headers.get('connection')).toBe('close');
  setDraining(false);
});
