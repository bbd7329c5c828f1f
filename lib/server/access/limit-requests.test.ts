import { AsyncResource } from 'node:async_hooks';
import { afterEach, expect, test, vi } from 'vitest';
import { GET } from '@/app/api/views/route';
import { enterRequest } from '../log/current-request';
import { callRoute } from '../test-support';
import { authorize } from './authorize';
import { cookieFor, stubProviderSignIn } from './session-for-test';
import { signIn } from './sign-in';

const LIMIT = 60;

afterEach(() => vi.unstubAllEnvs());

const send = async (times: number, cookie: string) => {
  for (let sent = 0; sent < times; sent++) await authorize(new Headers({ cookie }), 'view');
};

/** Does something as a part of one request. */
const inRequest = (work: () => Promise<void>): Promise<void> =>
  new AsyncResource('request').runInAsyncScope(() => {
    enterRequest('request-1');
    return work();
  });

test('refuses a person who has sent too many requests, and says when it takes more', async () => {
  stubProviderSignIn();
  vi.stubEnv('TRIPTYCH_REQUESTS_PER_MINUTE', String(LIMIT));
  const cookie = await cookieFor('viewer', 'busy');
  await send(LIMIT, cookie);
  const { status, headers, body } = await callRoute(GET, { headers: { cookie } });
  expect(status).toBe(429);
  expect(body).toMatchObject({ error: { code: 'TooManyRequests', retryable: true } });
  const seconds = Number(headers.get('retry-after'));
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(60);
});

test('counts a request once, and refuses it as often as it is asked about', async () => {
  stubProviderSignIn();
  vi.stubEnv('TRIPTYCH_REQUESTS_PER_MINUTE', String(LIMIT));
  const cookie = await cookieFor('viewer', 'pages');
  for (let page = 0; page < LIMIT; page++) await inRequest(() => send(2, cookie));
  await inRequest(async () => {
    for (const asks of ['the frame', 'the page'])
      await expect(send(1, cookie), asks).rejects.toMatchObject({ problem: { status: 429 } });
  });
});

test('says so on a page, which leads back to the one that was asked for', async () => {
  stubProviderSignIn();
  vi.stubEnv('TRIPTYCH_REQUESTS_PER_MINUTE', String(LIMIT));
  const cookie = await cookieFor('viewer', 'pages-refused');
  await send(LIMIT, cookie);
  const refused = await signIn(
    new Request('http://127.0.0.1:3000/sign-in?to=/farms', { headers: { cookie } }),
  );
  expect(refused.status).toBe(429);
  const text = await refused.text();
  expect(text).toContain('You have sent too many requests within a minute.');
  expect(text).toContain('href="/farms"');
});

test('counts each person apart', async () => {
  stubProviderSignIn();
  vi.stubEnv('TRIPTYCH_REQUESTS_PER_MINUTE', String(LIMIT));
  await send(LIMIT, await cookieFor('viewer', 'first'));
  await expect(send(1, await cookieFor('viewer', 'second'))).resolves.toBeUndefined();
  await expect(send(1, await cookieFor('viewer', 'first'))).rejects.toMatchObject({
    problem: { status: 429 },
  });
});

test('has no limit for the one person of this machine', async () => {
  vi.stubEnv('TRIPTYCH_REQUESTS_PER_MINUTE', String(LIMIT));
  await expect(send(3 * LIMIT, '')).resolves.toBeUndefined();
});
