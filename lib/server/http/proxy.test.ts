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

test('lets load balancers and Prometheus ask under any host name, and nobody write there', () => {
  for (const path of ['/healthz', '/readyz', '/metrics']) {
    expect(send(path, 'GET', '10.0.3.7:3000').status).toBe(200);
    expect(send(path, 'POST').status).toBe(405);
  }
});

test('refuses too long an address with a sentence', async () => {
  expect(send(`/farms?a=${'x'.repeat(11_000)}`).status).toBe(200);
  const refused = send(`/farms?a=${'x'.repeat(12_000)}`);
  expect([refused.status, await refused.text()]).toEqual([
    414,
    'This address is too long: at most 12000 characters.\n',
  ]);
  expect(send(`/api/farms?a=${'x'.repeat(12_000)}`).status).toBe(414);
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
