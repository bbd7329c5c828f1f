import { expect, test } from 'vitest';
import { securityHeaders } from './security-headers';

const opener = (fetchSite: string | null) =>
  securityHeaders({ nonce: 'n', isDevelopment: false, fetchSite })['cross-origin-opener-policy'];

test.each(['cross-site', 'same-site', null])('cuts a page off from an opener on another site: %s', (site) => {
  expect(opener(site)).toBe('same-origin');
});

test.each(['none', 'same-origin'])('adds no process for a page without a foreign opener: %s', (site) => {
  expect(opener(site)).toBeUndefined();
});

test('allows only scripts with the nonce', () => {
  const { 'content-security-policy': policy } = securityHeaders({
    nonce: 'bm9uY2U=',
    isDevelopment: false,
    fetchSite: null,
  });
  expect(policy).toContain("script-src 'self' 'nonce-bm9uY2U=' 'strict-dynamic';");
  expect(policy).not.toContain('unsafe-eval');
});
