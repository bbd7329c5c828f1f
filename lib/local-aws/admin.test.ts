import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { CodeGuruProfilerClient, DescribeProfilingGroupCommand } from '@aws-sdk/client-codeguruprofiler';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { MovableClock, SettableClock } from './clock';
import { type LocalAws, startLocalAws } from './server';
import { TEST_NOW } from './started-for-test';

let folder: string;
let local: LocalAws;
let client: CodeGuruProfilerClient;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'local-aws-admin-'));
  const clock = new SettableClock(TEST_NOW);
  local = await startLocalAws({ folder, clock, sample: false, port: 0, admin: true });
  client = new CodeGuruProfilerClient({
    endpoint: local.url,
    region: 'us-east-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
    maxAttempts: 1,
  });
});
afterEach(() => admin('DELETE', 'faults'));
afterAll(async () => {
  client.destroy();
  await local.close();
  await rm(folder, { recursive: true });
});

async function admin(method: string, path: string, input?: object): Promise<[number, string]> {
  const body = input && JSON.stringify(input);
  const answer = await fetch(`${local.url}/_local-aws/${path}`, { method, ...(body && { body }) });
  return [answer.status, await answer.text()];
}

const operation = 'DescribeProfilingGroup';
const inject = (fault: object, when: object = {}) => admin('POST', 'faults', { operation, fault, ...when });
const describe = () =>
  client.send(new DescribeProfilingGroupCommand({ profilingGroupName: 'triptych-server' }));
const plain = () => fetch(`${local.url}/profilingGroups/triptych-server`);

it('sets and moves the clock', async () => {
  const clockAt = async (set: object) => {
    expect(await admin('PUT', 'clock', set)).toEqual([204, '']);
    return new Date(local.world.clock.now()).toISOString();
  };
  expect(await clockAt({ now: '2026-11-24T15:00:00Z' })).toBe('2026-11-24T15:00:00.000Z');
  expect(await clockAt({ by: 'P1DT1H' })).toBe('2026-11-25T16:00:00.000Z');
  expect(await clockAt({ now: new Date(TEST_NOW).toISOString() })).toBe('2026-11-24T14:32:10.000Z');
});

it('keeps a running clock running from where it is set', () => {
  const clock = new MovableClock();
  clock.set(TEST_NOW);
  const first = clock.now();
  expect(first - TEST_NOW).toBeLessThan(10_000);
  expect(clock.now()).toBeGreaterThanOrEqual(first);
});

it.each([[{ now: 'yesterday' }], [{ by: '1 hour' }], [{ by: 'P9000000D' }], [{}]])(
  'refuses to set the clock to %j',
  async (set) => {
    const [status, message] = await admin('PUT', 'clock', set);
    expect(status).toBe(400);
    expect(message).not.toBe('');
    expect(local.world.clock.now()).toBe(TEST_NOW);
  },
);

it('knows the status of each exception of an operation', async () => {
  for (const [code, status] of [
    ['ResourceNotFoundException', 404],
    ['ThrottlingException', 429],
    ['InternalServerException', 500],
    ['ValidationException', 400],
  ] as const) {
    expect(await inject({ kind: 'exception', code })).toEqual([204, '']);
    await expect(describe()).rejects.toMatchObject({ name: code, $metadata: { httpStatusCode: status } });
  }
  expect((await describe()).profilingGroup?.name).toBe('triptych-server');
});

it('answers an exception that the model does not list with the given status and headers', async () => {
  const fault = { kind: 'exception', code: 'AccessDeniedException' };
  expect((await inject(fault))[0]).toBe(400);
  await inject({ ...fault, status: 403, message: 'no', headers: { 'retry-after': '7' } });
  const answer = await plain();
  expect([answer.status, answer.headers.get('retry-after')]).toEqual([403, '7']);
  expect(await answer.json()).toEqual({ message: 'no', Message: 'no' });
});

it('plays a fault a number of times', async () => {
  await inject({ kind: 'text', status: 503, text: 'slow down' }, { times: 2 });
  const statuses = [];
  for (let i = 0; i < 3; i++) statuses.push((await plain()).status);
  expect(statuses).toEqual([503, 503, 200]);
});

it('plays a fault on a share of the calls', async () => {
  await inject({ kind: 'text', status: 500, text: 'oops' }, { rate: 0.25 });
  const statuses = [];
  for (let i = 0; i < 8; i++) statuses.push((await plain()).status);
  expect(statuses).toEqual([200, 200, 200, 500, 200, 200, 200, 500]);
});

it('plays a fault on exactly every tenth call', async () => {
  await inject({ kind: 'text', status: 500, text: 'oops' }, { rate: 0.1 });
  const statuses = [];
  for (let i = 0; i < 20; i++) statuses.push((await plain()).status);
  expect(statuses.flatMap((status, i) => (status === 500 ? [i + 1] : []))).toEqual([10, 20]);
});

it('answers an empty 200, HTML, or nothing at all', async () => {
  await inject({ kind: 'empty' });
  const empty = await plain();
  expect([empty.status, await empty.text()]).toEqual([200, '']);
  await inject({ kind: 'text', status: 200, text: '<html>', contentType: 'text/html' });
  expect((await plain()).headers.get('content-type')).toBe('text/html');
  await inject({ kind: 'reset' });
  await expect(plain()).rejects.toThrow();
  await admin('POST', 'faults', { operation: 'ListProfilingGroups', fault: { kind: 'hang' } });
  const hanging = request(`${local.url}/profilingGroups`);
  const sent = once(hanging, 'finish');
  let answered = false;
  hanging
    .on('error', () => {})
    .on('response', () => {
      answered = true;
    });
  hanging.end();
  await sent;
  expect((await describe()).profilingGroup).toBeDefined();
  expect(answered).toBe(false);
  hanging.destroy();
});

it('cuts the body of a real answer', async () => {
  await inject({ kind: 'cut', bytes: 12 });
  const answer = await plain();
  expect(answer.status).toBe(200);
  await expect(answer.text()).rejects.toThrow();
});

it('trickles a real answer until it is complete, and stops when the client disconnects', async () => {
  await inject({ kind: 'trickle', bytes: 40, everyMs: 1 }, { times: 2 });
  const complete = request(`${local.url}/profilingGroups/triptych-server`).end();
  const [answer] = await once(complete, 'response');
  expect(JSON.parse(await text(answer)).name).toBe('triptych-server');
  const abandoned = request(`${local.url}/profilingGroups/triptych-server`).end();
  const [unread] = await once(abandoned, 'response');
  unread.destroy();
  expect((await describe()).profilingGroup).toBeDefined();
});

it.each([
  ['an operation that is not served', { operation: 'LaunchRocket', fault: { kind: 'empty' } }],
  ['a fault of an unknown kind', { operation, fault: { kind: 'meow' } }],
  [
    'an invalid header name',
    { operation, fault: { kind: 'exception', code: 'ThrottlingException', headers: { 'a b': '1' } } },
  ],
  [
    'a name that is invalid in a header',
    { operation, fault: { kind: 'exception', code: 'Ouch\n', status: 400 } },
  ],
  ['a rate above one', { operation, rate: 2, fault: { kind: 'empty' } }],
])('refuses %s', async (_what, fault) => {
  expect((await admin('POST', 'faults', fault))[0]).toBe(400);
  expect((await plain()).status).toBe(200);
});

it('counts the calls of each operation, with those that a fault answers', async () => {
  const callCount = async () => JSON.parse((await admin('GET', 'calls'))[1])[operation] ?? 0;
  const before = await callCount();
  await inject({ kind: 'empty' });
  for (let i = 0; i < 3; i++) await plain();
  expect((await callCount()) - before).toBe(3);
});

it('answers 404 to any other command', async () => {
  expect((await admin('GET', 'secrets'))[0]).toBe(404);
});
