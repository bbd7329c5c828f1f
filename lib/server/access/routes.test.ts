import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { POST as postDryRun } from '@/app/api/canaries/[name]/dry-runs/route';
import { POST as postCosts } from '@/app/api/farms/[farmId]/costs/route';
import { GET as getBundle } from '@/app/api/links/[id]/bundle/route';
import { GET as getDifference } from '@/app/api/links/[id]/difference/route';
import { DELETE as deleteLink, GET as getLink, PATCH as patchLink } from '@/app/api/links/[id]/route';
import { POST as postNote } from '@/app/api/notes/route';
import { POST as postSignOut } from '@/app/api/sign-out/route';
import { GET as getUsers } from '@/app/api/users/route';
import { GET as getViews } from '@/app/api/views/route';
import { GET as openLink } from '@/app/s/[id]/route';
import { sharedLinks } from '../links/shared-links';
import { callRoute, pointAt, temporaryFolder } from '../test-support';
import { cookieFor, stubProviderSignIn } from './session-for-test';

const ORIGIN = 'http://127.0.0.1:3000';
const JSON_HEADERS = { 'content-type': 'application/json', origin: ORIGIN };
const FARM = `farm-${'0'.repeat(32)}`;
const PUBLIC = 'sign-out';

let data: Awaited<ReturnType<typeof temporaryFolder>>;
let viewer: string;
let operator: string;

beforeAll(async () => {
  data = await temporaryFolder();
  // Nothing answers there: whatever is refused must be refused before AWS is asked.
  pointAt('http://127.0.0.1:9', {
    TRIPTYCH_DATA: data.folder,
    TRIPTYCH_NOTES_TOKEN: 'the-token-of-a-pipeline',
  });
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await data.remove();
});

beforeEach(async () => {
  stubProviderSignIn();
  viewer = await cookieFor('viewer');
  operator = await cookieFor('operator');
});

type Handler = Parameters<typeof callRoute>[0];

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** All methods of all routes below app/api. */
async function allRoutes(): Promise<[name: string, method: string, handler: Handler][]> {
  const files = readdirSync('app/api', { recursive: true, encoding: 'utf8' });
  const routes = files.filter((file) => file.endsWith('route.ts') && !file.startsWith(PUBLIC));
  const modules = routes.map(async (file) => {
    const path = resolve('app/api', file);
    const module: Record<string, Handler> = await import(path);
    const own = METHODS.filter((method) => module[method] && module[method]?.name !== 'refuseMethod');
    return own.map((method): [string, string, Handler] => [
      `${method} ${file}`,
      method,
      module[method] as Handler,
    ]);
  });
  return (await Promise.all(modules)).flat();
}

test('refuses every request to every route of somebody who is signed out', async () => {
  const routes = await allRoutes();
  expect(routes.length).toBeGreaterThan(40);
  for (const [name, method, handler] of routes) {
    const { status, headers, body } = await callRoute(handler, { method, headers: { origin: ORIGIN } });
    expect([name, status, body.error.code]).toEqual([name, 401, 'SignedOut']);
    expect(headers.get('cache-control')).toBe('private, no-store');
  }
});

test('refuses signed-out requests also under other host names, and of other sites', async () => {
  const headers = { host: 'evil.example', origin: 'https://evil.example' };
  expect((await callRoute(getViews, { headers })).status).toBe(401);
  expect((await callRoute(getViews, { headers: { ...headers, cookie: viewer } })).status).toBe(421);
});

test('leads who opens a link to its page, those who are signed out to where they can sign in, and others to why it can’t be shown', async () => {
  const { finish } = await (await sharedLinks()).begin();
  const page = { path: '/farms', search: '?from=now-6h' };
  const { id } = await finish({ name: 'Costs', page, missing: [] });
  const open = async (params: { id: string }, headers = {}) => {
    const answer = await callRoute(openLink, { path: `/s/${params.id}`, params, headers });
    return [answer.status, answer.headers.get('location')];
  };
  expect(await open({ id })).toEqual([307, `/sign-in?to=${encodeURIComponent(`/s/${id}`)}`]);
  expect(await open({ id }, { cookie: viewer })).toEqual([307, `/farms?from=now-6h&kept=${id}`]);
  expect(await open({ id: 'a/b' }, { cookie: viewer })).toEqual([307, '/s/a%2Fb/lost']);
  const odd = await (await sharedLinks()).begin();
  const named = await odd.finish({
    name: 'Odd',
    page: { path: '/profiles/グ\n', search: '?search=グ' },
    missing: [],
  });
  expect(await open({ id: named.id }, { cookie: viewer })).toEqual([
    307,
    `/profiles/%E3%82%B0?search=%E3%82%B0&kept=${named.id}`,
  ]);
});

test('answers who is signed in, and renews the cookie when it is due', async () => {
  const fresh = await callRoute(getViews, { headers: { cookie: viewer } });
  expect([fresh.status, fresh.headers.get('set-cookie')]).toEqual([200, null]);
  vi.useFakeTimers({ now: Date.now() + 30 * 60_000, toFake: ['Date'] });
  const later = await callRoute(getViews, { headers: { cookie: viewer } });
  vi.useRealTimers();
  expect(later.headers.get('set-cookie')).toMatch(/^triptych-session=/);
});

const startTime = '2026-11-24T00:00:00Z';
const costs = (...groupBy: string[]) =>
  JSON.stringify({
    ...{ startTime, endTime: '2026-11-24T01:00:00Z', zone: 'UTC', period: 'HOURLY' },
    ...{ queueIds: [`queue-${'0'.repeat(32)}`], groupBy, statistics: ['SUM'] },
  });

test.each<[string, Handler, Parameters<typeof callRoute>[1], string]>([
  ['start a dry run', postDryRun, { method: 'POST', params: { name: 'login' } }, 'start dry runs'],
  ['add a note', postNote, { method: 'POST', body: '{"text":"x"}' }, 'add, change and delete notes'],
  ['list users', getUsers, {}, 'see users and costs by user'],
  [
    'see costs by user',
    postCosts,
    { method: 'POST', params: { farmId: FARM }, body: costs('QUEUE_ID', 'USER_ID') },
    'see users and costs by user',
  ],
])('does not let a viewer %s', async (_, handler, request, what) => {
  const { status, body } = await callRoute(handler, {
    ...request,
    headers: { ...JSON_HEADERS, cookie: viewer },
  });
  expect(status).toBe(403);
  expect(body.error).toMatchObject({ code: 'OnlyOperators', message: `Only operators may ${what}.` });
});

test('lets a viewer see other costs, and an operator list users', async () => {
  const headers = { ...JSON_HEADERS, cookie: viewer };
  const request = { method: 'POST', params: { farmId: FARM }, body: costs('QUEUE_ID'), headers };
  const gone = AbortSignal.abort();
  expect((await callRoute(postCosts, { ...request, signal: gone })).status).not.toBe(403);
  expect((await callRoute(getUsers, { headers: { cookie: operator } })).status).toBe(200);
});

test('lets a program with the token add a note without a session', async () => {
  const request = { method: 'POST', body: '{"text":"Deploy 4.2"}' };
  const send = (token: string) =>
    callRoute(postNote, { ...request, headers: { ...JSON_HEADERS, authorization: `Bearer ${token}` } });
  expect((await send('the-token-of-a-pipeline')).status).toBe(200);
  expect((await send('another-token-of-nobody')).status).toBe(401);
});

/** A link that a viewer made. */
async function linkBy(
  by: string | undefined,
  keep?: (draft: Draft) => Promise<void>,
  page = { path: '/farms', search: '' },
): Promise<string> {
  const draft = await (await sharedLinks()).begin();
  await keep?.(draft);
  return (await draft.finish({ name: 'A page', page, missing: [], by })).id;
}

type Draft = Awaited<ReturnType<Awaited<ReturnType<typeof sharedLinks>>['begin']>>;

const rename = (id: string, cookie: string) =>
  callRoute(patchLink, {
    ...{ method: 'PATCH', params: { id }, body: '{"name":"Another name"}' },
    headers: { ...JSON_HEADERS, cookie },
  });

const revoke = (id: string, cookie: string) =>
  callRoute(deleteLink, { method: 'DELETE', params: { id }, headers: { origin: ORIGIN, cookie } });

test('lets a viewer change own links, and an operator all', async () => {
  const other = await cookieFor('viewer', 'another');
  const id = await linkBy('viewer');
  const seenBy = async (cookie: string) =>
    (await callRoute(getLink, { params: { id }, headers: { cookie } })).body.data;
  expect(await seenBy(viewer)).toMatchObject({ name: 'A page', canChange: true });
  expect(await seenBy(other)).toMatchObject({ name: 'A page', canChange: false });
  expect((await seenBy(viewer)).by).toBeUndefined();
  expect((await rename(id, other)).body.error.message).toBe(
    'Only operators may rename and revoke links of others.',
  );
  expect((await revoke(id, other)).status).toBe(403);
  expect((await rename(id, viewer)).body.data.name).toBe('Another name');
  expect((await rename(id, operator)).status).toBe(200);
  expect((await revoke(id, viewer)).status).toBe(200);
  expect((await rename(id, viewer)).status).toBe(404);
});

test('leaves links from before there was sign-in to operators', async () => {
  const id = await linkBy(undefined);
  expect((await revoke(id, viewer)).status).toBe(403);
  expect((await revoke(id, operator)).status).toBe(200);
});

test.each<[string, (draft: Draft) => Promise<void>]>([
  [
    'costs by user',
    async ({ recording }) => {
      const request = ['statistics', JSON.stringify({ keys: ['USER_ID'] })];
      await recording.put(request, async () => ({ asOf: 1, content: Buffer.from('[]') }));
    },
  ],
  [
    'names of users',
    async ({ recording }) => recording.addAnswer('users', '', { data: [{ id: 'u', name: 'Maria Lopez' }] }),
  ],
])('exports a link that keeps %s for operators alone', async (_, keep) => {
  const id = await linkBy('operator', keep);
  const exportFor = (cookie: string) => callRoute(getBundle, { params: { id }, headers: { cookie } });
  const canExport = async (cookie: string) =>
    (await callRoute(getLink, { params: { id }, headers: { cookie } })).body.data.canExport;
  expect([await canExport(viewer), (await exportFor(viewer)).status]).toEqual([false, 403]);
  expect([await canExport(operator), (await exportFor(operator)).status]).toEqual([true, 200]);
});

test('compares costs by user then and now for operators alone', async () => {
  const id = await linkBy('operator', undefined, { path: `/farms/${FARM}`, search: '?group=user' });
  const request = { path: '/?of=costs&time=same', params: { id } };
  const { status, body } = await callRoute(getDifference, { ...request, headers: { cookie: viewer } });
  expect([status, body.error.code]).toEqual([403, 'OnlyOperators']);
});

test('exports other links for viewers', async () => {
  const id = await linkBy('operator', async ({ recording }) =>
    recording.addAnswer('users', '', { data: [] }),
  );
  expect((await callRoute(getBundle, { params: { id }, headers: { cookie: viewer } })).status).toBe(200);
});

test('signs out only for pages of the dashboard', async () => {
  const elsewhere = { origin: 'https://evil.example', cookie: viewer };
  expect((await callRoute(postSignOut, { method: 'POST', headers: elsewhere })).status).toBe(403);
  const { status, body } = await callRoute(postSignOut, {
    ...{ method: 'POST', headers: { origin: ORIGIN, cookie: viewer } },
  });
  // The provider can’t be reached.
  expect([status, body.location]).toEqual([200, '/signed-out']);
  expect((await callRoute(getViews, { headers: { cookie: viewer } })).status).toBe(401);
});
