import { afterEach, expect, test } from 'vitest';
import { GET as getGroups } from '@/app/api/profiling-groups/route';
import { callRoute, pointAt } from '../test-support';
import { isOwnHost, isSameOrigin } from './host';

afterEach(() => {
  delete process.env.TRIPTYCH_HOST;
});

test.each([
  ['localhost', true],
  ['localhost:3000', true],
  ['127.0.0.1:65535', true],
  ['[::1]', true],
  ['[::1]:3000', true],
  ['LOCALHOST:3000', true],
  ['evil.example', false],
  ['localhost.evil.example', false],
  ['127.0.0.1.nip.io', false],
  ['user@localhost', false],
  ['localhost:3000:3000', false],
  ['', false],
  [null, false],
])('isOwnHost(%s) is %s', (host, expected) => expect(isOwnHost(host, undefined)).toBe(expected));

test('accepts the configured host with any port, unless it names one', () => {
  expect(isOwnHost('triptych.example', 'triptych.example')).toBe(true);
  expect(isOwnHost('Triptych.example:8443', 'triptych.example')).toBe(true);
  expect(isOwnHost('triptych.example:8443', 'triptych.example:443')).toBe(false);
  expect(isOwnHost('other.example', 'triptych.example')).toBe(false);
});

test('compares host and port of an origin', () => {
  expect(isSameOrigin('http://localhost:3000', 'localhost:3000')).toBe(true);
  expect(isSameOrigin('https://triptych.example', 'triptych.example')).toBe(true);
  expect(isSameOrigin('http://localhost:3001', 'localhost:3000')).toBe(false);
  expect(isSameOrigin('null', 'localhost:3000')).toBe(false);
  expect(isSameOrigin(null, 'localhost:3000')).toBe(false);
});

test('makes a route answer 421 for a foreign host', async () => {
  pointAt('http://127.0.0.1:1', { TRIPTYCH_AWS_TIMEOUT_MS: '10000' });
  const foreign = await callRoute(getGroups, { headers: { host: 'evil.example' } });
  expect(foreign).toMatchObject({ status: 421, body: { error: { code: 'ForeignHost' } } });
  process.env.TRIPTYCH_HOST = 'evil.example';
  expect((await callRoute(getGroups, { headers: { host: 'evil.example' } })).status).not.toBe(421);
});
