import { createLoader, createSerializer } from 'nuqs/server';
import { expect, test } from 'vitest';
import { rangeSearchParams } from './search-params';

const load = createLoader(rangeSearchParams);
const write = createSerializer(rangeSearchParams);

test('defaults to the last 6 hours in UTC', () => {
  expect(load('?')).toEqual({ from: 'now-6h', to: 'now', tz: 'UTC', asof: null });
});

test('ignores an unknown zone and a malformed asof', () => {
  expect(load('?tz=Mars/Olympus&asof=1')).toMatchObject({ tz: 'UTC', asof: null });
  expect(load('?asof=2026-02-30T00:00:00Z')).toMatchObject({ asof: null });
});

test('reads back what it writes, without defaults', () => {
  const range = { from: 'now-2d', to: 'now', tz: 'Europe/Berlin', asof: Date.UTC(2026, 10, 24) };
  expect(write(range)).toBe('?from=now-2d&tz=Europe/Berlin&asof=2026-11-24T00:00:00.000Z');
  expect(load(write(range))).toEqual(range);
});
