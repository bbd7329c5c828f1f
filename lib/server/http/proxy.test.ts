import { NextRequest } from 'next/server';
import { expect, test } from 'vitest';
import { proxy } from '@/proxy';

const page = (host: string) =>
  proxy(new NextRequest('http://localhost:3000/profiles', { headers: { host } }));

test('each page has a nonce of its own in its policy, and Next is told it', () => {
  const [first, second] = [page('localhost:3000'), page('localhost:3000')];
  const policy = first.headers.get('content-security-policy') ?? '';
  expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/=]{20,}' 'strict-dynamic';/);
  expect(policy).toMatch(/frame-ancestors 'none'/);
  expect(policy).not.toMatch(/unsafe-eval/);
  expect(second.headers.get('content-security-policy')).not.toBe(policy);
  expect(first.headers.get('x-middleware-request-content-security-policy')).toBe(policy);
  expect(first.headers.get('x-content-type-options')).toBe('nosniff');
});

test('a page asked for by a foreign host is 421', () => {
  expect(page('evil.example').status).toBe(421);
  expect(page('127.0.0.1:8080').status).toBe(200);
});
