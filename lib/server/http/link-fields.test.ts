import { expect, test } from 'vitest';
import { listedName } from '../links/listed-name';
import { linkBody, linksQuery } from './link-fields';

const VALID = { name: 'Costs', path: '/farms', search: '?from=now-6h', requests: [{ path: '/api/farms' }] };

const isAccepted = (change: object) => linkBody.safeParse({ ...VALID, ...change }).success;

test.each(['/', '/why', '/profiles', '/farms/farm-1', '/canaries/sample-login-flow', '/profiles/a%2Fb'])(
  'accepts the page %s',
  (path) => expect(isAccepted({ path })).toBe(true),
);

test.each([
  ...['', '//evil.example', '/\\evil.example', 'https://evil.example/', '/s/abc', '/links', '/api/farms'],
  ...[
    '/farms/',
    '/farms/a/b',
    '/why/a',
    '/farms/a?x=1',
    '/farms/a#b',
    'farms',
    '/farms/..\\..',
    `/farms/${'a'.repeat(9000)}`,
  ],
])('refuses the page %j, so that a link leads to no other place', (path) => {
  expect(isAccepted({ path })).toBe(false);
});

test.each([
  { name: '' },
  { name: ' ' },
  { name: 'a'.repeat(201) },
  { name: 7 },
  { search: 'from=now' },
  { search: '?a#b' },
  { search: `?${'a'.repeat(17_000)}` },
  { requests: [] },
  { requests: 'all' },
  { requests: [{ path: '/farms' }] },
  { requests: [{ path: 'http://127.0.0.1/api/farms' }] },
  { requests: [{ path: '/api/farms', body: 'text' }] },
  { requests: Array.from({ length: 501 }, () => ({ path: '/api/farms' })) },
])('refuses %j', (change) => {
  expect(isAccepted(change)).toBe(false);
});

test('takes a place in the list only as the list gives it', () => {
  expect(linksQuery.parse({})).toEqual({ max: 50 });
  const link = { id: 'A'.repeat(22), keptAt: Date.parse('2026-11-24T12:00:00Z'), bytes: 1234 };
  expect(linksQuery.safeParse({ after: listedName(link) }).success).toBe(true);
  for (const after of ['', '..', '8204469270000-../../x', 'AAAA', `8204469270000-${'A'.repeat(22)}-x`]) {
    expect(linksQuery.safeParse({ after }).success).toBe(false);
  }
});
