import { readdir, rm } from 'node:fs/promises';
import { request as send } from 'node:http';
import { join } from 'node:path';
import { OUTSIDE, STEADY, TEST_NOW } from './servers';
import { expect, test } from './test';
import { TriptychProcess } from './triptych-process';
import { Upstream } from './upstream';

// One dashboard for all, which the last test stops.
test.describe.configure({ mode: 'serial' });

const METRICS_TOKEN = 'planted-token-of-the-metrics';
const PUBLIC_HOST = 'triptych.example';

/** Nothing of this may be in the log or in an answer. */
const PLANTED = /planted|123456789012|AKIA|arn:aws/i;

const SECRETS = {
  AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
  AWS_SECRET_ACCESS_KEY: 'planted-secret-of-the-environment',
  AWS_SESSION_TOKEN: 'planted-session-of-the-environment',
  TRIPTYCH_NOTES_TOKEN: 'planted-token-of-the-notes',
  TRIPTYCH_METRICS_TOKEN: METRICS_TOKEN,
};

const MESSAGE =
  'User: arn:aws:sts::123456789012:assumed-role/Planted/planted-person with AKIAIOSFODNN7EXAMPLE is not authorized';

/** An answer of AWS with secrets in it: a refusal, or what is no answer at all. */
const DENIED = {
  status: 403,
  headers: {
    'content-type': 'application/json',
    'x-amzn-errortype': 'AccessDeniedException',
    'x-amzn-requestid': 'aws-1',
  },
  body: JSON.stringify({ message: MESSAGE, __type: 'AccessDeniedException' }),
};
const NONSENSE = { status: 200, headers: { 'content-type': 'application/json' }, body: MESSAGE.slice(6) };

let upstream: Upstream;
let triptych: TriptychProcess;

async function start(): Promise<void> {
  triptych = new TriptychProcess(['--aws', '--port', String(OUTSIDE.port), '--data', OUTSIDE.data], {
    ...SECRETS,
    AWS_REGION: 'us-east-1',
    AWS_ENDPOINT_URL: `http://127.0.0.1:${OUTSIDE.localAwsPort}`,
    TRIPTYCH_HOST: PUBLIC_HOST,
    TRIPTYCH_LOG_LEVEL: 'debug',
    TRIPTYCH_NOW: TEST_NOW,
  });
  await triptych.printed(/triptych listening on /);
}

test.beforeAll(async () => {
  await rm(OUTSIDE.data, { recursive: true, force: true });
  upstream = await Upstream.start(OUTSIDE.localAwsPort, STEADY.localAwsPort);
  await start();
});

test.afterAll(async () => {
  await triptych?.stop();
  await upstream?.close();
});

type Answered = { status: number; headers: Record<string, string | string[] | undefined>; text: string };

/** Sends a request with any Host header. */
const ask = (
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
  body = '',
): Promise<Answered> =>
  new Promise((resolve, reject) => {
    const request = send({ host: '127.0.0.1', port: OUTSIDE.port, path, method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (part) => {
        text += part;
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
      );
    });
    request.on('error', reject);
    request.end(body);
  });

/** The paths of all pages and route handlers, with values in place of their parameters. */
async function allPaths(): Promise<string[]> {
  const files = await readdir('app', { recursive: true });
  return files
    .filter((file) => /(^|\/)(page\.tsx|route\.ts)$/.test(file))
    .map((file) => `/${file.replace(/\/?(page\.tsx|route\.ts)$/, '').replace(/\[[^\]]+\]/g, 'planted-id')}`);
}

/** The lines of the log. */
const logLines = () =>
  triptych.output
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));

test('answers load balancers under any host, with a request id and without a name of anything', async () => {
  const foreign = { host: '10.0.3.7:3000' };
  const health = await ask('/healthz', foreign);
  expect([health.status, health.text]).toEqual([200, '{"status":"ok"}']);
  const ready = await ask('/readyz', { ...foreign, 'x-request-id': 'from-a-balancer' });
  expect([ready.status, ready.text]).toEqual([200, '{"status":"ready","archive":"ok"}']);
  expect(ready.headers['x-request-id']).toBe('from-a-balancer');
  expect(health.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  expect((await ask('/farms', foreign)).status).toBe(421);
});

test('writes no secret of the environment, of a request or of AWS to the log or into an answer', async () => {
  const headers = {
    cookie: 'session=planted-cookie',
    authorization: 'Bearer planted-token-of-somebody',
    'x-request-id': 'planted "id"',
    'x-amzn-oidc-data': 'planted-token-of-a-person',
  };
  for (const answer of [DENIED, NONSENSE]) {
    upstream.answer(answer);
    for (const path of await allPaths()) {
      const { text, headers: answered } = await ask(path.replaceAll('planted-id', 'x'), headers);
      expect(JSON.stringify(answered) + text, path).not.toMatch(PLANTED);
    }
  }
  upstream.answer(undefined);
  const post = await ask('/api/notes', { ...headers, 'content-type': 'application/json' }, 'POST', '{}');
  expect(post.status).toBe(401);
  expect(triptych.output).not.toMatch(PLANTED);
  // AWS's failures are in the log, and one of them had an ARN in it.
  expect(logLines().map(({ result }) => result)).toEqual(expect.arrayContaining(['denied', 'badAnswer']));
  expect(triptych.output).toContain('[arn]');
});

test('logs requests by their patterns, and failed calls of AWS with both ids', async () => {
  upstream.answer(DENIED);
  const { headers } = await ask('/api/farms/farm-0123456789abcdef0123456789abcdef/queues', {
    'x-request-id': 'a-request-of-the-test',
  });
  upstream.answer(undefined);
  expect(headers['x-request-id']).toBe('a-request-of-the-test');
  const own = () => logLines().filter(({ requestId }) => requestId === 'a-request-of-the-test');
  await expect.poll(own).toEqual([
    {
      ...{ level: 'warn', time: expect.any(String), requestId: 'a-request-of-the-test' },
      ...{ operation: 'ListQueues', result: 'denied', error: 'AccessDeniedException', awsStatus: 403 },
      ...{ awsRequestId: 'aws-1', ms: expect.any(Number), msg: 'AWS call failed: ListQueues' },
    },
    {
      ...{ level: 'info', time: expect.any(String), requestId: 'a-request-of-the-test', method: 'GET' },
      ...{ route: '/api/farms/[farmId]/queues', status: 403, ms: expect.any(Number), msg: 'request' },
    },
  ]);
  expect(triptych.output).not.toContain('farm-0123456789');
});

test('sends the headers that protect people with every answer', async () => {
  upstream.answer(DENIED);
  const behindTls = { host: PUBLIC_HOST, 'x-forwarded-proto': 'https' };
  for (const path of [...(await allPaths()), '/nothing', '/api/nothing', '/%E0']) {
    const { headers } = await ask(path, behindTls);
    expect(headers, path).toMatchObject({
      'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
      'cache-control': expect.stringMatching(/private|no-store/),
      'permissions-policy': expect.stringContaining('camera=()'),
      'referrer-policy': expect.stringMatching(/^(same-origin|no-referrer)$/),
      'strict-transport-security': 'max-age=31536000',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'x-request-id': expect.any(String),
    });
  }
  upstream.answer(undefined);
  const page = await ask('/farms');
  expect(page.headers).not.toHaveProperty('strict-transport-security');
  const script = await ask(/\/_next\/static\/[^"]+\.js/.exec(page.text)?.[0] ?? '');
  expect(script.headers).toMatchObject({
    'cache-control': expect.stringContaining('immutable'),
    'x-content-type-options': 'nosniff',
  });
});

test('shows metrics to who has the token, without an id in them', async () => {
  expect((await ask('/metrics')).status).toBe(401);
  const { status, text } = await ask('/metrics', {
    host: '10.0.3.7:3000',
    authorization: `Bearer ${METRICS_TOKEN}`,
  });
  expect(status).toBe(200);
  for (const metric of [
    /^triptych_aws_calls_total\{source="default",operation="ListQueues",result="denied"\} \d+$/m,
    /^triptych_aws_call_seconds_count\{source="default",operation="ListQueues"\} \d+$/m,
    /^triptych_http_requests_total\{route="\/api\/farms\/\[farmId\]\/queues",method="GET",status="403"\} \d+$/m,
    /^triptych_http_requests_in_flight 1$/m,
    /^nodejs_eventloop_lag_seconds \S+$/m,
    /^process_resident_memory_bytes \d+$/m,
  ])
    expect(text).toMatch(metric);
  expect(text).not.toMatch(/farm-0|planted/);
});

test('ends what runs and keeps what it promised when it is told to stop', async () => {
  const origin = `http://127.0.0.1:${OUTSIDE.port}`;
  const json = { host: `127.0.0.1:${OUTSIDE.port}`, origin, 'content-type': 'application/json' };
  const profile = '/api/profiling-groups/sample-checkout-service/profile';
  const range = 'startTime=2026-11-24T12:00:00Z&endTime=2026-11-24T13:00:00Z';
  expect((await ask(`${profile}?${range}`)).status).toBe(200);
  const page = { name: 'Kept', path: '/profiles', search: '', requests: [{ path: '/api/profiling-groups' }] };
  const shared = await ask('/api/links', json, 'POST', JSON.stringify(page));
  const { link } = JSON.parse(shared.text.trim().split('\n').at(-1) ?? '');

  const { received, release } = upstream.hold();
  const slow = ask('/api/canary-groups');
  await received;
  triptych.signal('SIGTERM');
  await expect.poll(async () => (await ask('/readyz')).text).toBe('{"status":"draining"}');
  expect(await ask('/readyz')).toMatchObject({ status: 503, headers: { connection: 'close' } });
  expect((await ask('/healthz')).status).toBe(200);
  const stream = await ask(
    '/api/canaries-health',
    json,
    'POST',
    JSON.stringify({ names: ['x'], from: 0, to: 1, now: 1, bins: 1 }),
  );
  expect(stream).toMatchObject({ status: 503, headers: { 'retry-after': '5' } });
  release();
  expect((await slow).status).toBe(200);
  expect(await triptych.ended).toEqual({ status: 0, signal: null });
  expect(await readdir(join(OUTSIDE.data, 'archive', 'blobs'))).not.toEqual([]);

  await start();
  expect((await ask(`/api/links/${link.id}`)).status).toBe(200);
});
