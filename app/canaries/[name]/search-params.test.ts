import { expect, test } from 'vitest';
import { canarySearchParams, invalidCanaryParams } from './search-params';

const keys = (query: string) => invalidCanaryParams(new URLSearchParams(query)).map(({ key }) => key);

test.each([
  ['', []],
  ['runType=DRY_RUN&dryRunId=1b2f&show=failed&page=3', []],
  ['runType=dry', ['runType']],
  ['dryRunId=1b2f', ['dryRunId']],
  ['runType=dry&dryRunId=1b2f', ['runType', 'dryRunId']],
  ['show=', ['show']],
  ['show=passed&page=0', ['show', 'page']],
  ['rows=places&scale=log&view=1-2&location=eu-west-1', []],
  ['objective=99.9&failingAfter=3&maintenance=2026-11-24T02:00Z/2026-11-24T03:00Z', []],
  ['objective=120&failingAfter=11&maintenance=x', ['objective', 'failingAfter', 'maintenance']],
  ['rows=x&scale=x&view=2-1', ['rows', 'scale', 'view']],
])('reports of "%s" as invalid: %j', (query, invalid) => {
  expect(keys(query)).toEqual(invalid);
});

test.each(['0', '-1', '1.5', '01', '1e3', '', 'x', '99999999'])('reads no page from "%s"', (text) => {
  expect(canarySearchParams.page.parse(text)).toBeNull();
});

test('round-trips a page', () => {
  expect(canarySearchParams.page.parse('12')).toBe(12);
  expect(canarySearchParams.page.serialize(12)).toBe('12');
});
