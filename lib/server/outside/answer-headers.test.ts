import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addMissingHeaders, defaultHeaders } from './answer-headers';

const headersOf = (headers: Record<string, string>, publicHost?: string, url = '/') =>
  defaultHeaders({ url, headers }, publicHost);

test.each([
  ['the configured host behind TLS', { host: 'triptych.example', 'x-forwarded-proto': 'https' }, true],
  ['its proxy of proxies', { host: 'triptych.example', 'x-forwarded-proto': 'https, http' }, true],
  ['no TLS', { host: 'triptych.example', 'x-forwarded-proto': 'http' }, false],
  ['no proxy', { host: 'triptych.example' }, false],
  ['loopback', { host: 'localhost:3000', 'x-forwarded-proto': 'https' }, false],
  ['another host', { host: 'evil.example', 'x-forwarded-proto': 'https' }, false],
])('asks for TLS alone from now on: %s', (_, headers, isAsked) => {
  expect('strict-transport-security' in headersOf(headers, 'triptych.example')).toBe(isAsked);
});

test('never asks for TLS without a configured host', () => {
  const headers = { host: 'triptych.example', 'x-forwarded-proto': 'https' };
  expect(headersOf(headers)).not.toHaveProperty('strict-transport-security');
});

test('lets browsers keep the files of the build, and workers load more of them', () => {
  const {
    'cache-control': caching,
    'content-security-policy': policy,
    ...rest
  } = headersOf({}, '', '/_next/static/x.js');
  expect({ caching, policy }).toEqual({ caching: undefined, policy: undefined });
  expect(rest).toMatchObject({ 'x-content-type-options': 'nosniff', 'x-frame-options': 'DENY' });
});

let server: Server;
let url: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    addMissingHeaders(response, () => defaultHeaders(request, undefined));
    if (request.url === '/implicit') response.end('ok');
    else response.writeHead(200, { 'cache-control': 'private, max-age=60' }).end('ok');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

test('adds the headers to an answer that sets none', async () => {
  const { headers } = await fetch(`${url}/implicit`);
  expect(Object.fromEntries(headers)).toMatchObject({
    'cache-control': 'private, no-store',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'permissions-policy': expect.stringContaining('camera=()'),
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
  });
});

test('leaves what an answer says itself', async () => {
  const { headers } = await fetch(`${url}/own`);
  expect(headers.get('cache-control')).toBe('private, max-age=60');
  expect(headers.get('referrer-policy')).toBe('same-origin');
});
