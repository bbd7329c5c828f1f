import { expect, test } from 'vitest';
import { hasDefaultChoice } from '@/components/canary/list/list-params';
import { loadCanariesSearchParams } from './search-params';

test.each([
  ['', true],
  ['?from=now-1h&to=now&tz=Europe/Berlin&refresh=30s', true],
  ['?sort=availability', false],
  ['?search=login', false],
])('knows whether %j leaves the order and the filters as they are', async (search, expected) => {
  expect(hasDefaultChoice(await loadCanariesSearchParams(new URLSearchParams(search)))).toBe(expected);
});
