import { afterEach, expect, test, vi } from 'vitest';
import { GET } from '@/app/api/views/route';
import { callRoute } from '../test-support';
import { authorize } from './authorize';
import { cookieFor, stubProviderSignIn } from './session-for-test';

const LIMIT = 60;

afterEach(() => vi.unstubAllEnvs());

const send = async (times: number, cookie: string) => {
  for (let sent = 0; sent < times; sent++) await authorize(new Headers({ cookie }), 'view');
};

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
