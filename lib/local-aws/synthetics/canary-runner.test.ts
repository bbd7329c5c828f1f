import { once } from 'node:events';
import { createServer, type RequestListener, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CanaryRun } from '@/lib/canary/run';
import { CanaryRunner, type RunnerOptions } from './canary-runner';
import { RunTable } from './run-table';
import { startTestTable, type TestTable } from './test-support';

let store: TestTable;
let servers: Server[];

beforeEach(async () => {
  store = await startTestTable();
  servers = [];
});
afterEach(async () => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
  await store.end();
});

async function dashboard(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

const runner = (baseUrl: string, options: Partial<RunnerOptions> = {}) =>
  new CanaryRunner({
    baseUrl,
    clock: store.clock,
    table: store.table,
    timeoutSignal: () => new AbortController().signal,
    ...options,
  });

/** Time limits that are over when the test says so. */
class Limits {
  readonly #given: { ms: number; controller: AbortController }[] = [];

  readonly timeoutSignal = (ms: number): AbortSignal => {
    const controller = new AbortController();
    this.#given.push({ ms, controller });
    return controller.signal;
  };

  /** Ends the limit of so many milliseconds that was given after `before` others of its length. */
  end(ms: number, before = 0): void {
    this.#given
      .filter((limit) => limit.ms === ms)
      [before]?.controller.abort(new DOMException('', 'TimeoutError'));
  }
}

test('requests every page and keeps when it began and ended', async () => {
  const pages: (string | undefined)[] = [];
  const began = store.clock.now();
  const url = await dashboard((request, response) => {
    pages.push(request.url);
    store.clock.set(store.clock.now() + 100);
    response.end('ok');
  });
  await runner(url).runOnce();
  expect(pages.sort()).toEqual(['/', '/canaries', '/farms', '/profiles']);
  expect(await store.runs()).toMatchObject([
    {
      name: 'triptych-dashboard',
      state: 'PASSED',
      testResult: 'PASSED',
      started: began,
      completed: began + 400,
    },
  ]);
});

test('is RUNNING while it goes on, and there is only one at a time', async () => {
  let during: CanaryRun[] = [];
  let requests = 0;
  const url = await dashboard(async (_, response) => {
    requests += 1;
    during = await store.runs();
    response.end('ok');
  });
  const canary = runner(url);
  await Promise.all([canary.runOnce(), canary.runOnce()]);
  expect(during).toMatchObject([{ state: 'RUNNING' }]);
  expect(during[0]?.completed).toBeUndefined();
  expect(during[0]?.testResult).toBeUndefined();
  expect(requests).toBe(4);
  expect(await store.runs()).toHaveLength(1);
});

test('never has more than two requests open', async () => {
  const open: ServerResponse[] = [];
  let most = 0;
  const url = await dashboard((_, response) => {
    open.push(response);
    most = Math.max(most, open.length);
    // The first of two is answered once the second is there: one at a time would never end.
    if (open.length < 2) return;
    setImmediate(() => {
      for (const waiting of open.splice(0)) waiting.end('ok');
    });
  });
  await runner(url).runOnce();
  expect(most).toBe(2);
});

test('has failed when a page answers with an error, and says which', async () => {
  const url = await dashboard((request, response) => {
    response.writeHead(request.url === '/farms' ? 503 : 200).end('Error: /home/someone/secret.ts');
  });
  await runner(url).runOnce();
  expect(await store.runs()).toMatchObject([
    {
      state: 'FAILED',
      testResult: 'FAILED',
      stateReasonCode: 'CANARY_FAILURE',
      stateReason: 'GET /farms answered 503',
    },
  ]);
});

test('has failed when a page does not answer in time', async () => {
  const limits = new Limits();
  const url = await dashboard((request, response) => {
    if (request.url === '/profiles') limits.end(20_000, 1);
    else response.end('ok');
  });
  await runner(url, limits).runOnce();
  expect(await store.runs()).toMatchObject([
    { state: 'FAILED', stateReason: 'GET /profiles did not answer within 20 s' },
  ]);
});

test('has failed when nobody listens, and names the class of the error only', async () => {
  const url = await dashboard(() => undefined);
  const [server] = servers;
  server?.close();
  await runner(url).runOnce();
  expect(await store.runs()).toMatchObject([
    {
      state: 'FAILED',
      stateReason:
        'GET / failed: ECONNREFUSED; GET /profiles failed: ECONNREFUSED; ' +
        'GET /farms failed: ECONNREFUSED; GET /canaries failed: ECONNREFUSED',
    },
  ]);
});

test('leaves nothing when the run as a whole is not done in time', async () => {
  const limits = new Limits();
  const url = await dashboard(() => limits.end(60_000));
  await runner(url, limits).runOnce();
  expect(await store.runs()).toEqual([]);
});

test('begins at once when started; one that is cut off by a stop leaves nothing', async () => {
  let asked: () => void = () => undefined;
  const request = new Promise<void>((resolve) => {
    asked = resolve;
  });
  const canary = runner(await dashboard(() => asked()));
  canary.start();
  await request;
  expect(await store.runs()).toMatchObject([{ state: 'RUNNING' }]);
  await canary.stop();
  expect(await store.runs()).toEqual([]);
});

test('forgets its runs of more than 31 days ago', async () => {
  const url = await dashboard((_, response) => void response.end('ok'));
  await runner(url).runOnce();
  store.clock.set(store.clock.now() + 31 * 86_400_000 + 1);
  await runner(url).runOnce();
  const [{ count } = {}] = await store.database.rows('SELECT count(*)::INTEGER AS count FROM canary_runs');
  expect(count).toBe(1);
});

test('what was never finished is dropped when the store opens again', async () => {
  await store.table.begin({
    id: crypto.randomUUID(),
    name: 'triptych-dashboard',
    state: 'RUNNING',
    started: 1,
  });
  const again = await RunTable.open(store.database);
  await again.dropUnfinished();
  expect(await store.runs()).toEqual([]);
});
