import { expect, test } from 'vitest';
import { returnPath } from './return-path';

test.each(['/', '/farms', '/farms/farm-1?from=now-1h&tz=Europe/Berlin#rows', '/canaries/a%20b', '/s/abc'])(
  'returns to %s',
  (path) => expect(returnPath(path)).toBe(path),
);

test.each([
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  '\\\\evil.example',
  'https://evil.example/farms',
  'javascript:alert(1)',
  'evil.example',
  '/..//evil.example',
  '/.//evil.example',
  '/sign-in?to=/',
  '/api/farms',
  `/${'a'.repeat(5000)}`,
  '',
  null,
  undefined,
])('returns to the overview instead of %s', (text) => expect(returnPath(text)).toBe('/'));
