import { EventEmitter, once } from 'node:events';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { CanaryRun } from '@/lib/canary/run';
import { startTestTable, type TestTable } from '../test-support';
import { Artifacts } from './artifacts';
import { CanaryRunner, type RunOrder } from './canary-runner';
import type { CanarySpec, Step } from './canary-spec';

let store: TestTable;
let servers: Server[];
let folder: string;
let limits: Limits;
let runner: CanaryRunner;

beforeEach(async () => {
  store = await startTestTable();
  servers = [];
  folder = await mkdtemp(join(tmpdir(), 'local-synthetics-artifacts-'));
  limits = new Limits();
  runner = new CanaryRunner({
    clock: store.clock,
    table: store.table,
    artifacts: new Artifacts(folder),
    timeoutSignal: limits.timeoutSignal,
  });
});
afterEach(async () => {
  for (const server of servers) {
    server.closeAllConnections();
    server.close();
  }
  await store.end();
  await rm(folder, { recursive: true, force: true });
});

/** Time limits that end when the test says so. */
class Limits {
  readonly #given: { ms: number; controller: AbortController }[] = [];

  readonly timeoutSignal = (ms: number): AbortSignal => {
    const controller = new AbortController();
    this.#given.push({ ms, controller });
    return controller.signal;
  };

  /** Ends all limits of `ms` milliseconds. */
  end(ms: number): void {
    for (const limit of this.#given) {
      if (limit.ms === ms) limit.controller.abort(new DOMException('', 'TimeoutError'));
    }
  }
}

async function target(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** The address of a port that nothing listens on. */
async function closedPort(): Promise<string> {
  const url = await target(() => undefined);
  await new Promise((resolve) => servers.pop()?.close(resolve));
  return url;
}

const ID = '01234567-89ab-4cde-8f01-23456789abcd';
const DRY_RUN_ID = 'fedcba98-89ab-4cde-8f01-23456789abcd';
const AT = Date.parse('2026-11-24T14:32:10Z');

const spec = (steps: (Partial<Step> & { url: string })[], more: Partial<CanarySpec> = {}): CanarySpec => ({
  name: 'shop',
  steps: steps.map((step) => ({ method: 'GET', ...step })),
  schedule: 'rate(1 minute)',
  timeoutSeconds: 60,
  maxRetries: 0,
  successRetentionDays: 31,
  failureRetentionDays: 31,
  groups: [],
  ...more,
});

const go = (spec: CanarySpec, more: Partial<RunOrder> = {}, signal = new AbortController().signal) =>
  runner.run({ canaryId: ID, spec, at: AT, ...more }, signal);

/** The canary's recorded runs, newest first. */
const recorded = (kind: 'canary' | 'dry' = 'canary'): Promise<CanaryRun[]> => store.runs('shop', kind);

const path = (location = '') => join(folder, location);
const json = async (...names: (string | undefined)[]) =>
  JSON.parse(await readFile(join(folder, ...names.map((name) => name ?? '')), 'utf8'));

test('runs every step and records the start and end of the run', async () => {
  const requests: string[] = [];
  const url = await target((request, response) => {
    requests.push(`${request.method} ${request.url}`);
    store.clock.set(store.clock.now() + 100);
    response.end('ok');
  });
  const steps = [
    { name: 'front', url: `${url}/front?q=1` },
    { name: 'order', url: `${url}/order`, method: 'POST' as const },
  ];
  expect(await go(spec(steps))).toBe('PASSED');
  expect(requests).toEqual(['GET /front?q=1', 'POST /order']);
  expect(await recorded()).toEqual([
    {
      id: expect.any(String),
      name: 'shop',
      scheduledRunId: expect.any(String),
      state: 'PASSED',
      testResult: 'PASSED',
      started: AT,
      completed: AT + 200,
      metricTimestamp: Date.parse('2026-11-24T14:32:00Z'),
      artifactLocation:
        'local-aws-canary-artifacts/canary/us-east-1/shop-012-23456789abcd/2026/11/24/14/32-10-000',
    },
  ]);
});

test('is RUNNING without an outcome while it is in progress', async () => {
  let during: CanaryRun[] = [];
  const url = await target(async (_, response) => {
    during = await recorded();
    response.end('ok');
  });
  await go(spec([{ url }]));
  expect(during).toMatchObject([{ state: 'RUNNING', started: AT }]);
  expect(during[0]).not.toHaveProperty('completed', expect.anything());
  expect(during[0]?.artifactLocation).toBeUndefined();
});

describe('a step fails', () => {
  const answers: RequestListener = ({ url }, response) => {
    if (url === '/busy') response.writeHead(503).end('Error: /home/someone/secret.ts');
    else if (url === '/cut')
      response.writeHead(200, { 'content-length': 10 }).write('cut', () => response.destroy());
    else if (url === '/loop') response.writeHead(302, { location: '/loop' }).end();
    else if (url === '/file') response.writeHead(301, { location: 'file:///etc/hosts' }).end();
    else if (url === '/huge') hugeBody(response);
    else response.end('Welcome');
  };

  test.each<[string, Partial<Step>, string]>([
    ['/busy', {}, 'GET /busy answered 503'],
    ['/?token=secret', { expectedStatus: 204 }, 'GET / answered 200, expected 204'],
    ['/cut', {}, 'GET /cut failed: UND_ERR_SOCKET'],
    ['/loop', {}, 'GET /loop redirects more than 10 times'],
    ['/file', {}, 'GET /file redirects to a URL that is neither http nor https'],
    ['/', { expectedText: 'Goodbye' }, 'GET / answered without "Goodbye"'],
    ['/huge', { expectedText: 'the end' }, 'GET /huge answered without "the end"'],
    ['/', { name: 'greet', expectedStatus: 404 }, 'Step "greet": GET / answered 200, expected 404'],
  ])('%s with %j', async (page, expected, reason) => {
    const url = (await target(answers)) + page;
    expect(await go(spec([{ url, ...expected }]))).toBe('FAILED');
    expect(await recorded()).toMatchObject([
      { state: 'FAILED', testResult: 'FAILED', stateReasonCode: 'CANARY_FAILURE', stateReason: reason },
    ]);
  });

  test('when nothing listens, with the error code only, and the other steps still run', async () => {
    const url = await target(answers);
    const steps = [{ url: await closedPort() }, { url }, { url: `${url}/busy` }];
    await go(spec(steps));
    expect(await recorded()).toMatchObject([
      {
        stateReasonCode: 'CANARY_FAILURE',
        stateReason: 'GET / failed: ECONNREFUSED; GET /busy answered 503',
      },
    ]);
  });

  test('when it times out', async () => {
    const url = await target(() => limits.end(2500));
    await go(spec([{ url, maxMs: 2500 }]));
    expect(await recorded()).toMatchObject([{ stateReason: 'GET / did not answer within 2.5 s' }]);
  });
});

/** Sends more than a canary reads, with the expected text at the end. */
function hugeBody(response: ServerResponse): void {
  const chunk = Buffer.alloc(1024 * 1024, '.');
  for (let i = 0; i < 8; i++) response.write(chunk);
  response.end('the end');
}

describe('a step passes', () => {
  test('with an expected error status, text in another encoding, or an expected redirect', async () => {
    const url = await target(({ url }, response) => {
      if (url === '/gone') response.writeHead(410).end();
      else if (url === '/moved') response.writeHead(301, { location: '/gone' }).end();
      else
        response.writeHead(200, { 'content-type': 'text/html; charset=iso-8859-1' }).end(Buffer.from([0xe9]));
    });
    const steps = [
      { url: `${url}/gone`, expectedStatus: 410 },
      { url: `${url}/moved`, expectedStatus: 301 },
      { url: `${url}/`, expectedText: 'é' },
    ];
    expect(await go(spec(steps))).toBe('PASSED');
  });

  test('after redirects, where a POST becomes a GET after 302 and stays a POST after 307', async () => {
    const requests: string[] = [];
    const url = await target(({ url, method }, response) => {
      requests.push(`${method} ${url}`);
      if (url === '/first') response.writeHead(307, { location: '/second' }).end();
      else if (url === '/second') response.writeHead(302, { location: '/third' }).end();
      else response.end('there');
    });
    expect(await go(spec([{ url: `${url}/first`, method: 'POST', expectedText: 'there' }]))).toBe('PASSED');
    expect(requests).toEqual(['POST /first', 'POST /second', 'GET /third']);
  });
});

describe('retries', () => {
  /** Fails the given number of times, then passes. */
  const failing = (times: number): RequestListener => {
    let left = times;
    return (_, response) => {
      store.clock.set(store.clock.now() + 1000);
      response.writeHead(left-- > 0 ? 500 : 200).end();
    };
  };

  test('a failed run is retried with the same scheduled run id, and the last attempt counts', async () => {
    const url = await target(failing(1));
    expect(await go(spec([{ url }], { maxRetries: 2 }))).toBe('PASSED');
    const runs = await recorded();
    expect(runs.map(({ state, retryAttempt }) => [state, retryAttempt])).toEqual([
      ['PASSED', 1],
      ['FAILED', undefined],
    ]);
    expect(new Set(runs.map(({ scheduledRunId }) => scheduledRunId)).size).toBe(1);
    expect(new Set(runs.map(({ metricTimestamp }) => metricTimestamp)).size).toBe(1);
    expect(runs.map(({ started }) => started)).toEqual([AT + 1000, AT]);
  });

  test('a failed run is retried no more often than the canary allows', async () => {
    const url = await target(failing(5));
    expect(await go(spec([{ url }], { maxRetries: 2 }))).toBe('FAILED');
    expect((await recorded()).map(({ retryAttempt }) => retryAttempt)).toEqual([2, 1, undefined]);
  });
});

describe('a run that does not end in time', () => {
  test('is not recorded and not retried', async () => {
    let requestCount = 0;
    const url = await target(() => {
      requestCount += 1;
      limits.end(60_000);
    });
    expect(await go(spec([{ url }], { maxRetries: 2 }))).toBe('TIMED_OUT');
    expect(requestCount).toBe(1);
    expect(await recorded()).toEqual([]);
    expect(await readdir(path('local-aws-canary-artifacts/canary/us-east-1/shop-012-23456789abcd'))).toEqual(
      [],
    );
  });

  test('is not recorded when it is cancelled', async () => {
    const ending = new AbortController();
    const url = await target(() => ending.abort());
    expect(await go(spec([{ url }]), {}, ending.signal)).toBe('CANCELLED');
    expect(await recorded()).toEqual([]);
  });
});

test('a dry run is listed separately', async () => {
  const url = await target((_, response) => void response.end());
  await go(spec([{ url }]), { dryRunId: DRY_RUN_ID });
  expect(await recorded()).toEqual([]);
  expect(await recorded('dry')).toMatchObject([{ state: 'PASSED', dryRunId: DRY_RUN_ID }]);
});

test('a canary with browsers has a run for each, and the worst outcome counts', async () => {
  let requestCount = 0;
  const url = await target((_, response) => void response.writeHead(requestCount++ === 0 ? 500 : 200).end());
  expect(await go(spec([{ url }], { browsers: ['CHROME', 'FIREFOX'] }))).toBe('FAILED');
  const runs = await recorded();
  expect(runs.map(({ browserType }) => browserType).sort()).toEqual(['CHROME', 'FIREFOX']);
  expect(new Set(runs.map(({ artifactLocation }) => artifactLocation)).size).toBe(2);
  expect(new Set(runs.map(({ scheduledRunId }) => scheduledRunId)).size).toBe(2);
});

test('at most eight runs are in progress at once, and all get their turn', async () => {
  const open: ServerResponse[] = [];
  let maxOpen = 0;
  const url = await target((_, response) => {
    open.push(response);
    maxOpen = Math.max(maxOpen, open.length);
    // Responds when eight requests are waiting, so that fewer at a time would never end.
    if (open.length < 8) return;
    setImmediate(() => {
      for (const waiting of open.splice(0)) waiting.end('ok');
    });
  });
  const outcomes = await Promise.all(
    Array.from({ length: 24 }, (_, i) => go(spec([{ url }], { name: `shop-${i}` }))),
  );
  expect(outcomes).toEqual(Array(24).fill('PASSED'));
  expect(maxOpen).toBe(8);
});

test('a waiting run stops waiting when it is cancelled, and takes no turn', async () => {
  const open: ServerResponse[] = [];
  const requested = new EventEmitter();
  const url = await target((_, response) => {
    open.push(response);
    requested.emit(`${open.length}`);
  });
  const eight = once(requested, '8');
  const running = Array.from({ length: 8 }, (_, i) => go(spec([{ url }], { name: `shop-${i}` })));
  await eight;
  const ending = new AbortController();
  const cancelled = go(spec([{ url }], { name: 'cancelled' }), {}, ending.signal);
  const last = go(spec([{ url }], { name: 'last' }));
  ending.abort();
  expect(await cancelled).toBe('CANCELLED');
  expect(await go(spec([{ url }], { name: 'too-late' }), {}, ending.signal)).toBe('CANCELLED');

  const ninth = once(requested, '9');
  for (const response of open) response.end('ok');
  await ninth;
  open[8]?.end('ok');
  expect(await Promise.all([...running, last])).toEqual(Array(9).fill('PASSED'));
  expect(open).toHaveLength(9);
});

describe('artifacts', () => {
  test('are the report and the requests, without bodies and secrets', async () => {
    const url = await target((request: IncomingMessage, response) => {
      if (request.url?.startsWith('/go')) {
        response.writeHead(302, { location: '/there?session=s3cret', 'set-cookie': 'id=s3cret' }).end();
      } else {
        store.clock.set(store.clock.now() + 40);
        response.writeHead(404, { 'content-type': 'text/plain', 'x-token': 's3cret' }).end('s3cret');
      }
    });
    await go(spec([{ name: 'visit', url: `${url}/go?key=s3cret` }]));
    const [run] = await recorded();
    expect((await readdir(path(run?.artifactLocation))).sort()).toEqual([
      'SyntheticsReport-FAILED.json',
      'results.har',
    ]);
    expect(await json(run?.artifactLocation, 'SyntheticsReport-FAILED.json')).toMatchObject({
      canaryName: 'shop',
      runId: run?.id,
      startTime: '2026-11-24T14:32:10.000Z',
      endTime: '2026-11-24T14:32:10.040Z',
      executionStatus: 'FAILED',
      steps: [{ stepName: 'visit', status: 'FAILED', responseStatus: 404 }],
    });
    const har = await json(run?.artifactLocation, 'results.har');
    expect(har.log.entries).toMatchObject([
      {
        request: { method: 'GET', url: `${url}/go?key=`, queryString: [{ name: 'key', value: '' }] },
        response: { status: 302, redirectURL: `${url}/there?session=` },
      },
      {
        time: 40,
        request: { url: `${url}/there?session=` },
        response: { status: 404, content: { size: 6, mimeType: 'text/plain' } },
      },
    ]);
    expect(JSON.stringify(har)).not.toContain('s3cret');
  });

  test('that can not be saved make the run an EXECUTION_FAILURE without a location', async () => {
    await writeFile(path('local-aws-canary-artifacts'), 'not a folder');
    const url = await target((_, response) => void response.end());
    expect(await go(spec([{ url }], { maxRetries: 1 }))).toBe('ARTIFACTS_LOST');
    const runs = await recorded();
    expect(runs).toMatchObject([
      {
        state: 'FAILED',
        testResult: 'PASSED',
        stateReasonCode: 'EXECUTION_FAILURE',
        stateReason: 'The artifacts of the run could not be saved',
      },
    ]);
    expect(runs[0]?.artifactLocation).toBeUndefined();
  });

  test('that can not be saved leave a failed run a CANARY_FAILURE', async () => {
    const url = await target(async (_, response) => {
      const run = path(
        'local-aws-canary-artifacts/canary/us-east-1/shop-012-23456789abcd/2026/11/24/14/32-10-000',
      );
      await mkdir(join(run, 'SyntheticsReport-FAILED.json'));
      response.writeHead(500).end();
    });
    await go(spec([{ url }]));
    expect(await recorded()).toMatchObject([
      { state: 'FAILED', stateReasonCode: 'CANARY_FAILURE', stateReason: 'GET / answered 500' },
    ]);
  });
});
