import { afterAll, beforeAll, expect, test } from 'vitest';
import { GET as getCanary } from '@/app/api/canaries/[name]/route';
import { DELETE as deleteLink, GET as getLink, PATCH as patchLink } from '@/app/api/links/[id]/route';
import { GET as getLinks, POST as postLink } from '@/app/api/links/route';
import type { ShareEvent } from '@/lib/answer/shared-link';
import {
  callRoute,
  forgetEverything,
  pointAt,
  startTestAws,
  type TestAws,
  temporaryFolder,
} from '../test-support';
import { shareEvents } from './share';

const ORIGIN = 'http://127.0.0.1:3000';
const JSON_HEADERS = { 'content-type': 'application/json', origin: ORIGIN };

let aws: TestAws;
let data: Awaited<ReturnType<typeof temporaryFolder>>;

beforeAll(async () => {
  aws = await startTestAws({ sample: true });
  data = await temporaryFolder();
  pointAt(aws.url, { TRIPTYCH_DATA: data.folder });
});

afterAll(async () => {
  await aws.close();
  await data.remove();
});

async function share(paths: string[], name = 'A page'): Promise<ShareEvent[]> {
  const { status, bytes } = await callRoute(postLink, {
    method: 'POST',
    headers: JSON_HEADERS,
    body: JSON.stringify({ name, path: '/canaries', search: '', requests: paths.map((path) => ({ path })) }),
  });
  expect(status).toBe(200);
  return bytes
    .toString()
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

async function idOf(paths: string[], name?: string): Promise<string> {
  const last = (await share(paths, name)).at(-1);
  if (last?.type !== 'link') throw new Error(JSON.stringify(last));
  return last.link.id;
}

test('reports progress, then the link', async () => {
  const events = await share(['/api/canaries', '/api/canary-groups']);
  expect(events).toMatchObject([
    { type: 'progress', doneCount: 1, requestCount: 2 },
    { type: 'progress', doneCount: 2, requestCount: 2 },
    { type: 'link', link: { name: 'A page', page: { path: '/canaries', search: '' }, missing: [] } },
  ]);
});

test('lets others be answered between any two answers that are in memory', async () => {
  const order: string[] = [];
  const requests = ['a', 'b', 'c', 'd', 'e', 'f'].map((path) => ({ path }));
  const answer = async () => {
    order.push('answer');
    return Response.json({});
  };
  let isShared = false;
  const others = async () => {
    while (!isShared) {
      await new Promise((resolve) => setImmediate(resolve));
      if (order.at(-1) !== 'others') order.push('others');
    }
  };
  const makeLink = async () => {
    const page = { path: '/canaries', search: '' };
    const user = { id: undefined, name: undefined, role: 'operator' as const };
    const events = shareEvents({ name: 'A page', user, page, requests, answer }, AbortSignal.timeout(60_000));
    for await (const event of events) if (event.type === 'failed') throw new Error(event.problem.message);
    isShared = true;
  };
  await Promise.all([others(), makeLink()]);
  expect(order.filter((each) => each === 'answer')).toHaveLength(requests.length);
  expect(order.join(' ')).not.toContain('answer answer');
});

test('keeps that a canary does not exist, as the page showed it', async () => {
  const events = await share(['/api/canaries/nobody']);
  const last = events.at(-1);
  expect(last).toMatchObject({ type: 'link', link: { missing: [] } });
  const kept = last?.type === 'link' ? last.link.id : '';
  const { status, body } = await callRoute(getCanary, {
    params: { name: 'nobody' },
    path: `/?kept=${kept}`,
  });
  expect(status).toBe(404);
  expect(body.error.message).toBe(
    'This canary does not exist. It may have been deleted or be in another region.',
  );
});

test('says what could not be kept because AWS failed', async () => {
  const failing = { kind: 'exception', code: 'InternalServerException', status: 500, message: '' } as const;
  // What is in memory is kept without asking AWS.
  forgetEverything();
  aws.world.faults.inject('ListFarms', failing, 9);
  const last = (await share(['/api/farms', '/api/canaries'])).at(-1);
  aws.world.faults.clear();
  expect(last).toMatchObject({
    type: 'link',
    link: { missing: [expect.stringContaining('Deadline Cloud')] },
  });
});

test('does not repeat requests that change something, nor those of links', async () => {
  const last = (
    await share(['/api/links', '/api/canaries/sample-login-flow/dry-runs', '/api/%', '/api/canaries'])
  ).at(-1);
  expect(last).toMatchObject({ type: 'link', link: { missing: [{}, {}, {}].map(() => expect.any(String)) } });
});

test('refuses other sites', async () => {
  const { status } = await callRoute(postLink, {
    method: 'POST',
    headers: { ...JSON_HEADERS, origin: 'https://elsewhere.example' },
    body: '{}',
  });
  expect(status).toBe(403);
});

test('lists, renames and revokes links', async () => {
  const id = await idOf(['/api/canaries'], 'First name');
  const params = { id };
  expect((await callRoute(getLink, { params })).body.data).toMatchObject({ id, name: 'First name' });
  const renamed = await callRoute(patchLink, {
    ...{ method: 'PATCH', params, headers: JSON_HEADERS },
    body: JSON.stringify({ name: 'Second name' }),
  });
  expect(renamed.body.data.name).toBe('Second name');
  const names = async () =>
    (await callRoute(getLinks, { path: '/?max=100' })).body.data.links.map(
      (link: { name: string }) => link.name,
    );
  expect(await names()).toContain('Second name');
  expect((await callRoute(deleteLink, { method: 'DELETE', params, headers: JSON_HEADERS })).status).toBe(200);
  expect(await names()).not.toContain('Second name');
  expect((await callRoute(getLink, { params })).status).toBe(404);
});

test.each(['nobody', 'a'.repeat(22), '..%2F..', ''])('answers nothing for the link %j', async (kept) => {
  const { status, body } = await callRoute(getCanary, {
    params: { name: 'sample-login-flow' },
    path: `/?kept=${kept}`,
  });
  expect(status).toBe(404);
  expect(body.error.code).toBe('NoSuchLink');
});

test('refuses an address with two links', async () => {
  const { status } = await callRoute(getCanary, { params: { name: 'a' }, path: '/?kept=a&kept=b' });
  expect(status).toBe(400);
});

test('makes no link without a place to store it', async () => {
  const { TRIPTYCH_DATA } = process.env;
  delete process.env.TRIPTYCH_DATA;
  const events = await share(['/api/canaries']);
  process.env.TRIPTYCH_DATA = TRIPTYCH_DATA;
  expect(events).toMatchObject([{ type: 'failed', problem: { code: 'LinksOff' } }]);
});
