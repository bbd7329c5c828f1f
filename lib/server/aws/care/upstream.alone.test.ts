import { setMaxListeners } from 'node:events';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { GET as getFarms } from '@/app/api/farms/route';
import type { Fault } from '@/lib/local-aws/protocol/faults';
import { getFarm } from '../../deadline/get-farm';
import { listFarms } from '../../deadline/list-farms';
import { openLog } from '../../log/log';
import { metricsText } from '../../metrics/metrics';
import { SharedCalls } from '../../shared-calls';
import { callRoute, pointAt, startTestAws, type TestAws } from '../../test-support';
import { CountedWaits } from '../timing-for-test';
import { forgetUpstreams, upstreamOf } from './upstream';

let aws: TestAws;
let clock: CountedWaits;
let lines: Record<string, unknown>[] = [];

beforeAll(async () => {
  aws = await startTestAws();
  openLog({ level: 'info', destination: { write: (line) => void lines.push(JSON.parse(line)) } });
});

afterAll(() => aws.close());

beforeEach(() => {
  pointAt(aws.url);
  clock = new CountedWaits();
  forgetUpstreams(clock);
  lines = [];
});

afterEach(() => {
  vi.restoreAllMocks();
  aws.world.faults.clear();
});

const ALWAYS = 1_000_000;
const exception = (code: string, status: number, headers = {}): Fault => ({
  ...{ kind: 'exception', code, status, message: 'oops', headers },
});
const BROKEN = exception('InternalServerErrorException', 500);

/** Calls ListFarms, and returns the problem if there is one. */
async function list() {
  SharedCalls.forgetAll();
  const answer = await callRoute(getFarms);
  return answer.body.error as { code: string; message: string; status: number; retryAfterSeconds?: number };
}

async function listTimes(count: number) {
  const codes = [];
  for (let n = 0; n < count; n++) codes.push((await list())?.code);
  return codes;
}

/** Requests of ListFarms that `work` sends. */
async function requestsOf(work: () => Promise<unknown>): Promise<number> {
  const before = aws.world.faults.remaining('ListFarms');
  await work();
  return before - aws.world.faults.remaining('ListFarms');
}

async function metricOf(name: string, labels = ''): Promise<number> {
  const { text } = await metricsText();
  const start = `triptych_${name}{source="default",operation="ListFarms"${labels}} `;
  const line = text.split('\n').find((each) => each.startsWith(start));
  return Number(line?.slice(start.length) ?? 0);
}

test('sends no more requests after five failed calls, and tells why and when it will', async () => {
  aws.world.faults.inject('ListFarms', BROKEN, ALWAYS);
  expect(await listTimes(5)).toEqual(Array(5).fill('InternalServerErrorException'));
  clock.workedMs += 1000;
  const refused = await metricOf('aws_refused_total', ',reason="circuit"');
  expect(
    await requestsOf(async () =>
      expect(await list()).toEqual({
        code: 'CircuitOpen',
        message:
          'Deadline Cloud has failed for 1 s: it answers with status 500. The list of farms will be requested again in 2 s.',
        status: 503,
        retryAfterSeconds: 2,
        retryable: true,
      }),
    ),
  ).toBe(0);
  expect(await metricOf('aws_refused_total', ',reason="circuit"')).toBe(refused + 1);
  expect(await metricOf('aws_circuit')).toBe(1);
});

test('calls other operations of the service meanwhile', async () => {
  aws.world.faults.inject('ListFarms', BROKEN, ALWAYS);
  await listTimes(6);
  await expect(getFarm('farm-0123456789abcdef0123456789abcdef')).rejects.toMatchObject({
    problem: { status: 404 },
  });
});

test('recovers with the first call that succeeds after the pause, and logs what happened', async () => {
  aws.world.faults.inject('ListFarms', { kind: 'reset' }, ALWAYS);
  await listTimes(5);
  clock.workedMs += 3000;
  expect((await list()).code).toBe('ECONNRESET');
  clock.workedMs += 2000;
  expect((await list()).message).toMatch(
    /^Deadline Cloud has failed for 5 s: its endpoint can’t be reached \(ECONNRESET\)\. .* in 3 s\.$/,
  );
  aws.world.faults.clear();
  clock.workedMs += 3000;
  expect(await listTimes(2)).toEqual([undefined, undefined]);
  expect(await metricOf('aws_circuit')).toBe(0);
  const told = lines
    .filter(({ failingMs }) => failingMs !== undefined)
    .map(({ level, msg, failingMs }) => [level, msg, failingMs]);
  expect(told).toEqual([
    ['warn', 'AWS fails, calls are refused for now: ListFarms', 0],
    ['info', 'AWS failed, one call is tried: ListFarms', 3000],
    ['warn', 'AWS fails, calls are refused for now: ListFarms', 3000],
    ['info', 'AWS failed, one call is tried: ListFarms', 8000],
    ['info', 'AWS has recovered: ListFarms', 8000],
  ]);
});

test.each([
  ['a missing permission', exception('AccessDeniedException', 403), 'AccessDeniedException'],
  ['an invalid request', exception('ValidationException', 400), 'ValidationException'],
  ['what does not exist', exception('ResourceNotFoundException', 404), 'ResourceNotFoundException'],
  ['expired credentials', exception('ExpiredTokenException', 403), 'ExpiredTokenException'],
  ['throttling', exception('ThrottlingException', 429, { 'retry-after': '30' }), 'ThrottlingException'],
  [
    'an answer that can’t be read',
    { kind: 'text', status: 200, text: '5', contentType: 'application/json' } as Fault,
    'BadAnswer',
  ],
])('is not stopped by %s', async (_, fault, code) => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined);
  aws.world.faults.inject('ListFarms', fault, ALWAYS);
  expect(await listTimes(7)).toEqual(Array(7).fill(code));
});

test('is not stopped by viewers who leave', async () => {
  aws.world.faults.inject('ListFarms', { kind: 'hang' }, ALWAYS);
  for (let n = 0; n < 7; n++) {
    const left = new AbortController();
    const asked = listFarms(undefined, left.signal);
    await expect.poll(() => metricOf('aws_calls_in_flight')).toBe(1);
    left.abort(new Error('left'));
    await expect(asked).rejects.toThrow('left');
  }
  aws.world.faults.clear();
  expect(await list()).toBeUndefined();
});

test('sends requests slower once AWS throttles them, and none is lost', async () => {
  aws.world.faults.inject('ListFarms', exception('ThrottlingException', 429), 1);
  expect(await listTimes(6)).toEqual(Array(6).fill(undefined));
  expect(clock.waitedMs).toEqual(Array(5).fill(expect.any(Number)));
  expect(Math.max(...clock.waitedMs)).toBeCloseTo(200);
  expect(await metricOf('aws_rate')).toBeLessThan(10);
});

test('retries no more once twenty retries have failed', async () => {
  aws.world.faults.inject('ListFarms', BROKEN, ALWAYS);
  expect(await requestsOf(() => listTimes(5))).toBe(15);
  const trial = () => {
    clock.workedMs += 15_000;
    return requestsOf(list);
  };
  const counts = [];
  for (let n = 0; n < 7; n++) counts.push(await trial());
  expect(counts).toEqual([3, 3, 3, 3, 3, 1, 1]);
  expect(await metricOf('aws_refused_total', ',reason="retry"')).toBe(2);
});

test('refuses calls when as many wait as may', async () => {
  aws.world.faults.inject('GetFarm', { kind: 'hang' }, ALWAYS);
  const leaving = new AbortController();
  setMaxListeners(600, leaving.signal);
  const farm = (n: number) => getFarm(`farm-${n}`, leaving.signal);
  const asked = Promise.allSettled(Array.from({ length: 510 }, (_, n) => farm(n)));
  await expect(farm(510)).rejects.toMatchObject({
    problem: {
      code: 'Busy',
      message:
        'The dashboard’s server did not request the farm from Deadline Cloud. The queue of requests for it is full. Retrying in 10 s.',
      status: 429,
      retryAfterSeconds: 10,
    },
  });
  leaving.abort(new Error('left'));
  expect((await asked).every(({ status }) => status === 'rejected')).toBe(true);
});

test('refuses a call whose turn does not come in time, without calling the service ill', async () => {
  const upstream = upstreamOf('GetFarm');
  const turns = await Promise.all(Array.from({ length: 10 }, () => upstream.turn()));
  for (let n = 0; n < 6; n++)
    await expect(upstream.turn(undefined, 1)).rejects.toMatchObject({
      problem: { code: 'Busy', message: expect.stringContaining('Others were before it in the queue') },
    });
  for (const turn of turns) turn.end('well');
  await expect(upstream.turn(undefined, 1)).resolves.toBeDefined();
});

test('answers with what AWS returned before while it fails, marked with its time, until it recovers', async () => {
  const now = performance.now.bind(performance);
  let passedMs = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now() + passedMs);
  const known = (await callRoute(getFarms)).body;
  aws.world.faults.inject('ListFarms', BROKEN, ALWAYS);
  passedMs = 11_000;
  const stale = await callRoute(getFarms);
  expect(stale).toMatchObject({
    status: 200,
    body: { ...known, stale: { code: 'InternalServerErrorException' } },
  });
  for (let n = 0; n < 4; n++) await callRoute(getFarms);
  expect((await callRoute(getFarms)).body.stale).toMatchObject({
    code: 'CircuitOpen',
    retryAfterSeconds: 3,
    message: expect.stringMatching(
      /requested again in 3 s\. Shown is what AWS returned at 2026-11-24 14:32:10 UTC\.$/,
    ),
  });
  aws.world.faults.inject('ListFarms', exception('AccessDeniedException', 403), ALWAYS);
  clock.workedMs += 3000;
  expect((await callRoute(getFarms)).status).toBe(403);
  aws.world.faults.clear();
  expect((await callRoute(getFarms)).body).toEqual(known);
});

test('stops when nothing is answered in time', async () => {
  process.env.TRIPTYCH_AWS_TIMEOUT_MS = '30';
  aws.world.faults.inject('ListFarms', { kind: 'hang' }, ALWAYS);
  expect(await listTimes(6)).toEqual([...Array(5).fill('TimeoutError'), 'CircuitOpen']);
});
