import { NextRequest } from 'next/server';
import { expect, test } from 'vitest';
import { proxy } from '@/proxy';

const send = (path: string, method = 'GET', host = 'localhost:3000') =>
  proxy(new NextRequest(`http://localhost:3000${path}`, { method, headers: { host } }));

test('gives each page a policy with its own nonce, and Next the same policy', () => {
  const [first, second] = [send('/profiles'), send('/profiles')];
  const policy = first.headers.get('content-security-policy') ?? '';
  expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/=]{20,}' 'strict-dynamic';/);
  expect(policy).toMatch(/frame-ancestors 'none'/);
  expect(policy).not.toMatch(/unsafe-eval/);
  expect(second.headers.get('content-security-policy')).not.toBe(policy);
  expect(first.headers.get('x-middleware-request-content-security-policy')).toBe(policy);
  expect(first.headers.get('x-content-type-options')).toBe('nosniff');
});

test('refuses a page under a foreign host name', () => {
  expect(send('/profiles', 'GET', 'evil.example').status).toBe(421);
  expect(send('/profiles', 'GET', '127.0.0.1:8080').status).toBe(200);
});

test.each([
  ['X-TRACE', '/api/farms', 'GET, HEAD, OPTIONS'],
  ['POST', '/api/farms', 'GET, HEAD, OPTIONS'],
  ['PROPFIND', '/api/nothing', 'GET, HEAD, OPTIONS'],
  ['GET', '/api/farms/f/costs', 'OPTIONS, POST'],
  ['X-TRACE', '/farms', 'GET, HEAD'],
])('refuses %s %s with the methods that are allowed', async (method, path, allow) => {
  const response = send(path, method);
  expect([response.status, response.headers.get('allow')]).toEqual([405, allow]);
  if (path.startsWith('/api/')) {
    expect((await response.json()).error).toMatchObject({ code: 'MethodNotAllowed', status: 405 });
  }
});

test.each([
  ['OPTIONS', '/api/farms'],
  ['HEAD', '/api/farms'],
  ['POST', '/api/farms/f/costs'],
  ['GET', '/api/farms/f/queues'],
  ['HEAD', '/farms'],
])('passes on %s %s', (method, path) => expect(send(path, method).status).toBe(200));

test('refuses an address that can’t be decoded', () => {
  expect(send('/api/farms/%E0', 'GET').status).toBe(400);
});
