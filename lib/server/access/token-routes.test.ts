import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { POST as postCosts } from '@/app/api/farms/[farmId]/costs/route';
import { POST as postLink } from '@/app/api/links/route';
import { POST as postNote } from '@/app/api/notes/route';
import { GET as getTokens } from '@/app/api/tokens/route';
import { GET as getUsers } from '@/app/api/users/route';
import { GET as getViews } from '@/app/api/views/route';
import { callRoute, pointAt, temporaryFolder } from '../test-support';
import { storedTokens } from '../tokens/stored-tokens';
import { stubProviderSignIn } from './session-for-test';
import { stubSignIn } from './settings-for-test';

const FARM = `farm-${'0'.repeat(32)}`;
const COSTS = JSON.stringify({
  ...{ startTime: '2026-11-24T00:00:00Z', endTime: '2026-11-24T01:00:00Z', zone: 'UTC', period: 'HOURLY' },
  ...{ queueIds: [`queue-${'0'.repeat(32)}`], groupBy: ['QUEUE_ID'], statistics: ['SUM'] },
});

let data: Awaited<ReturnType<typeof temporaryFolder>>;

beforeAll(async () => {
  data = await temporaryFolder();
  pointAt('http://127.0.0.1:9', { TRIPTYCH_DATA: data.folder });
});
afterEach(() => vi.unstubAllEnvs());
afterAll(() => data.remove());

test.each(['oidc', 'jwt'])('lets a program with a token read, and nothing else, beside %s', async (mode) => {
  if (mode === 'oidc') stubProviderSignIn();
  else {
    stubSignIn({
      ...{ TRIPTYCH_SIGN_IN: 'jwt', TRIPTYCH_JWT_KEYS: 'http://127.0.0.1:9' },
      // The front sends its own tokens in the same header.
      TRIPTYCH_JWT_HEADER: 'authorization',
      ...{ TRIPTYCH_JWT_ISSUER: 'https://id.example.com', TRIPTYCH_JWT_AUDIENCE: 'triptych' },
    });
  }
  const { token, id } = await (await storedTokens()).create({ name: 'Report', days: 1 });
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
  expect((await callRoute(getViews, { headers })).status).toBe(200);
  const foreign = { ...headers, origin: 'https://elsewhere.example' };
  const read = { method: 'POST', params: { farmId: FARM }, body: COSTS, headers: foreign };
  expect((await callRoute(postCosts, read)).status).toBe(200);
  for (const [handler, method] of [
    [postLink, 'POST'],
    [postNote, 'POST'],
    [getUsers, 'GET'],
    [getTokens, 'GET'],
  ] as const)
    expect((await callRoute(handler, { method, headers })).status).toBe(403);
  await (await storedTokens()).revoke(id);
  expect((await callRoute(getViews, { headers })).body.error.code).toBe('BadToken');
});
