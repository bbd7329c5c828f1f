import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { GET as getHistory } from '@/app/api/canaries/[name]/history/route';
import { HOUR, MINUTE } from '@/lib/time/duration';
import type { AlertSettings } from '../alert-settings';
import { archiveLater } from '../archive/archive-later';
import { sharedLinks } from '../links/shared-links';
import { DiskObjects } from '../objects/disk-objects';
import { engine } from '../profiler/engine/engine';
import { getCanary } from '../synthetics/get-canary';
import { readRuns } from '../synthetics/runs/read-runs';
import { callRoute, pointAt, startTestAws, TEST_NOW, type TestAws, temporaryFolder } from '../test-support';
import { Alerter } from './alerter';
import type { Watched } from './observe';
import { signatureOf } from './send-alerts';

const SECRET = 'a-secret-of-sixteen-characters';
/** One of three locations of this sample canary fails from 13:45 to some time before RECOVERED. */
const NAME = 'sample-store-finder';
const RECOVERED = Date.parse('2026-11-24T18:02:10Z');
const CANARIES: Watched = { canaries: [NAME], failingAfter: 3 };

const GONE = { kind: 'exception', code: 'ResourceNotFoundException', status: 404, message: '' } as const;

const STOP = {
  type: 'STOP_SCHEDULING_AND_COMPLETE_TASKS',
  thresholdPercentage: 100,
  description: '',
} as const;

let aws: TestAws;
let temporary: Awaited<ReturnType<typeof temporaryFolder>>;
let receiver: Server;
let status = 200;
let wallNow = 0;
const received: { headers: IncomingHttpHeaders; body: string }[] = [];
let settings: AlertSettings;
let count = 0;
let folder = '';

beforeAll(async () => {
  aws = await startTestAws({ sample: true, aggregationMs: 0 });
  temporary = await temporaryFolder();
  receiver = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray()).toString();
    received.push({ headers: request.headers, body });
    response.writeHead(status).end('ignored');
  });
  receiver.listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  const { port } = receiver.address() as AddressInfo;
  settings = { url: `http://127.0.0.1:${port}/hook`, secret: SECRET, origin: 'https://triptych.example.com' };
});
beforeEach(() => {
  received.length = 0;
  status = 200;
  wallNow = TEST_NOW;
  folder = join(temporary.folder, `data-${count++}`);
  at(TEST_NOW);
});
afterEach(() => {
  aws.world.faults.clear();
  vi.restoreAllMocks();
});
afterAll(async () => {
  // What was read is archived later, into the folder that is removed.
  await archiveLater().flush();
  pointAt(aws.url, { TRIPTYCH_DATA: '' });
  await engine().close();
  receiver.close();
  await aws.close();
  await temporary.remove();
});

/** As a server that was started at a time. */
function at(now: number): void {
  aws.clock.set(now);
  pointAt(aws.url, { TRIPTYCH_DATA: folder, TRIPTYCH_NOW: new Date(now).toISOString() });
}

const startAlerter = () =>
  new Alerter({
    objects: new DiskObjects(join(folder, 'alerts')),
    folder: 'of-test',
    wait: async () => {},
    wallClock: () => wallNow,
  });

const pass = (alerter: Alerter, watched = CANARIES) =>
  alerter.pass(watched, settings, AbortSignal.timeout(60_000));

const messages = () => received.map(({ body }) => JSON.parse(body));
const titles = () => messages().map(({ title, status: of }) => `${title}: ${of}`);

test('a canary that goes down and comes back is told once each, also across a restart', async () => {
  const alerter = startAlerter();
  await pass(alerter);
  await pass(alerter);
  expect(titles()).toEqual([`${NAME} is failing: raised`]);
  expect(messages()[0]).toMatchObject({
    ...{ kind: 'canary', since: '2026-11-24T13:45:17.718Z', at: '2026-11-24T14:32:10.000Z' },
    text: `The canary ${NAME} has been failing since 13:45 UTC in eu-west-1 (of 3).`,
    page: expect.stringMatching(`^https://triptych.example.com/canaries/${NAME}\\?from=2026-11-24T11%3A32`),
    subject: { canary: NAME },
  });
  at(RECOVERED);
  await pass(startAlerter());
  expect(titles()).toEqual([`${NAME} is failing: raised`]);
  wallNow += 4 * MINUTE;
  await pass(startAlerter());
  expect(titles()).toEqual([`${NAME} is failing: raised`, `${NAME} is passing again: recovered`]);
  expect(messages()[1]).toMatchObject({ raisedAt: '2026-11-24T14:32:10.000Z' });
});

test('the signature is of the time and the body, and the id tells a message that is sent twice', async () => {
  await pass(startAlerter());
  const [{ headers, body } = { headers: {}, body: '' }] = received;
  const [, seconds = '', signature] =
    /^t=(\d+),v1=([0-9a-f]{64})$/.exec(String(headers['x-triptych-signature'])) ?? [];
  expect(Number(seconds)).toBe(Math.floor(TEST_NOW / 1000));
  expect(signature).toBe(signatureOf(SECRET, Number(seconds), body));
  expect(headers['x-triptych-alert']).toBe(JSON.parse(body).id);
  expect(body).not.toContain(SECRET);
});

test('the evidence is a link that shows the runs after AWS has deleted the canary', async () => {
  await pass(startAlerter());
  const [, id = ''] = /^https:\/\/triptych\.example\.com\/s\/([\w-]{22})$/.exec(messages()[0].evidence) ?? [];
  expect((await (await sharedLinks()).open(id)).manifest).toMatchObject({
    ...{ name: `Alert: ${NAME} is failing`, missing: [] },
    page: { path: `/canaries/${NAME}`, search: expect.stringContaining('asof=2026-11-24T14%3A32%3A10') },
  });
  aws.world.faults.inject('GetCanary', GONE, 100);
  aws.world.faults.inject('GetCanaryRuns', GONE, 100);
  const from = TEST_NOW - 3 * HOUR;
  const { status: answered, bytes } = await callRoute(getHistory, {
    path: `/api/canaries/${NAME}/history?runType=CANARY_RUN&from=${from}`,
    params: { name: NAME },
    headers: { 'x-triptych-link': id },
  });
  expect(answered).toBe(200);
  expect(bytes.toString()).toContain('"type":"end"');
});

test('what the receiver does not take is sent again, later each time, also after a restart', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  status = 503;
  const alerter = startAlerter();
  await pass(alerter);
  await pass(alerter);
  expect(received).toHaveLength(1);
  wallNow += 61_000;
  await pass(alerter);
  expect(received).toHaveLength(2);
  wallNow += 61_000;
  await pass(alerter);
  expect(received).toHaveLength(2);
  status = 204;
  wallNow += 4 * MINUTE;
  const restarted = startAlerter();
  await pass(restarted);
  await pass(restarted);
  expect(titles()).toEqual(Array.from({ length: 3 }, () => `${NAME} is failing: raised`));
  expect(new Set(messages().map(({ id }) => id)).size).toBe(1);
  expect(log.mock.calls.flat()).toEqual([expect.stringContaining('the receiver answered 503')]);
});

test('that a canary is well comes after that it was down, also if that was not taken at first', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  status = 503;
  const alerter = startAlerter();
  await pass(alerter);
  status = 200;
  at(RECOVERED);
  wallNow += 10_000;
  await pass(alerter);
  expect(received).toHaveLength(1);
  wallNow += 61_000;
  await pass(alerter);
  wallNow += 61_000;
  await pass(alerter);
  expect(titles().slice(1)).toEqual([`${NAME} is failing: raised`, `${NAME} is passing again: recovered`]);
});

test('an alert has no link once a hundred were made within a day, and says so', async () => {
  const state = { format: 1, raised: {}, linksAt: Array.from({ length: 100 }, () => wallNow), waiting: [] };
  await new DiskObjects(join(folder, 'alerts')).write('of-test/state', Buffer.from(JSON.stringify(state)));
  await pass(startAlerter());
  expect(messages()[0]).toMatchObject({ evidenceProblem: expect.stringContaining('100 in a day') });
  expect(messages()[0].evidence).toBeUndefined();
});

test('an alert that nobody takes for a day is given up', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => {});
  status = 500;
  const alerter = startAlerter();
  await pass(alerter);
  wallNow += 25 * HOUR;
  await pass(alerter);
  status = 200;
  wallNow += HOUR;
  await pass(alerter);
  expect(received).toHaveLength(2);
});

test('of two instances with one storage one sends', async () => {
  const [one, other] = [startAlerter(), startAlerter()];
  await pass(one);
  at(RECOVERED);
  await pass(other);
  expect(received).toHaveLength(1);
  await pass(one);
  expect(received).toHaveLength(2);
});

test('a state that can’t be read is told, and what is wrong now is sent again', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const alerter = startAlerter();
  await pass(alerter);
  await new DiskObjects(join(folder, 'alerts')).write('of-test/state', Buffer.from('{"format":1,"raised":'));
  wallNow += 6 * MINUTE;
  at(TEST_NOW + 6 * MINUTE);
  await pass(alerter);
  expect(titles()).toEqual(Array.from({ length: 2 }, () => `${NAME} is failing: raised`));
  expect(log.mock.calls.flat()).toEqual([expect.stringContaining('can’t be read')]);
});

test('while AWS fails nothing is concluded, and a canary that nobody watches any more ends its alert', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const alerter = startAlerter();
  await pass(alerter);
  at(TEST_NOW + 6 * MINUTE);
  aws.world.faults.inject('DescribeCanaries', { ...GONE, code: 'AccessDeniedException', status: 403 }, 1000);
  await pass(alerter);
  expect(received).toHaveLength(1);
  expect(log.mock.calls.flat()).toEqual([expect.stringMatching(/^alerts: canaries: /)]);
  aws.world.faults.clear();
  at(TEST_NOW + 7 * MINUTE);
  await pass(alerter, { canaries: ['sample-search'], failingAfter: 1 });
  expect(titles().at(-1)).toBe(`${NAME} is no longer watched: ended`);
});

test('runs that were read before AWS failed raise nothing', async () => {
  const log = vi.spyOn(console, 'error').mockImplementation(() => {});
  const { data: canary } = await getCanary(NAME);
  await readRuns(canary, TEST_NOW - HOUR, AbortSignal.timeout(60_000));
  let passedMs = 0;
  const now = performance.now.bind(performance);
  vi.spyOn(performance, 'now').mockImplementation(() => now() + passedMs);
  passedMs = 6000;
  aws.world.faults.inject('GetCanaryRuns', { ...GONE, code: 'AccessDeniedException', status: 403 }, 1000);
  await pass(startAlerter());
  expect(received).toEqual([]);
  expect(log.mock.calls.flat()).toEqual([expect.stringContaining(`alerts: runs of ${NAME}: `)]);
});

test('canaries that the configuration no longer has end their alerts', async () => {
  const alerter = startAlerter();
  await pass(alerter);
  await pass(alerter, { failingAfter: 1 });
  expect(titles().at(-1)).toBe(`${NAME} is no longer watched: ended`);
});

test('nothing is sent while the state is that of a newer release', async () => {
  const objects = new DiskObjects(join(folder, 'alerts'));
  await objects.write('of-test/state', Buffer.from('{"format":2}'));
  await expect(pass(startAlerter())).rejects.toThrow(/newer release/);
  expect(received).toEqual([]);
});

test('an anomaly is told once, with the profile as evidence', async () => {
  const alerter = startAlerter();
  const watched: Watched = { failingAfter: 1, profilingGroups: ['sample-render-worker'] };
  await pass(alerter, watched);
  const sent = messages();
  expect(sent.map(({ kind, status: of, subject }) => [kind, of, subject.frame])).toEqual([
    ['anomaly', 'raised', 'pipeline.check:Validator:run'],
    ['anomaly', 'raised', 'copy:deepcopy'],
  ]);
  const id = sent[0].evidence.slice(-22);
  expect((await (await sharedLinks()).open(id)).manifest).toMatchObject({ missing: [] });
  at(TEST_NOW + 6 * MINUTE);
  await pass(alerter, watched);
  expect(received).toHaveLength(2);
});

test('a budget that passes a threshold is told once, with the costs of its farm as evidence', async () => {
  const { farmId = '' } = aws.world.farms.farms[0] ?? {};
  const watched: Watched = { failingAfter: 1, farms: [farmId] };
  const alerter = startAlerter();
  await pass(alerter, watched);
  expect(received).toEqual([]);
  // The first one gets half as much as it has used.
  const source = aws.world.farms.source(farmId);
  const budgets = source.budgets.bind(source);
  vi.spyOn(source, 'budgets').mockImplementation((now) =>
    budgets(now).map((budget, at) => (at === 0 ? { ...budget, limitUsd: 10, actions: [STOP] } : budget)),
  );
  at(TEST_NOW + 6 * MINUTE);
  await pass(alerter, watched);
  const [sent] = messages();
  expect(sent.title).toMatch(/^Budget .+ passed 100 %$/);
  expect(sent.text).toMatch(
    /^\$[\d,.]+ of \$10\.00 are used, [\d,.]+ %\. At 100 % AWS stops scheduling and completes running tasks\.$/,
  );
  const { manifest } = await (await sharedLinks()).open(sent.evidence.slice(-22));
  expect(manifest).toMatchObject({ missing: [], page: { path: `/farms/${farmId}` } });
  at(TEST_NOW + 12 * MINUTE);
  await pass(alerter, watched);
  expect(received).toHaveLength(1);
});
