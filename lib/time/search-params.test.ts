import { createLoader, createSerializer } from 'nuqs/server';
import { expect, test } from 'vitest';
import { resolveRange } from './range';
import { rangeSearchParams } from './search-params';

const load = createLoader(rangeSearchParams);
const write = createSerializer(rangeSearchParams);

test('defaults to the last 6 hours in UTC', () => {
  expect(load('?')).toEqual({
    from: 'now-6h',
    to: 'now',
    tz: 'UTC',
    asof: null,
    refresh: 'off',
    compare: null,
    kept: null,
  });
});

test('reads a + that a link did not escape', () => {
  expect(load('?tz=+05:30')).toMatchObject({ tz: 'UTC+05:30' });
  expect(load('?asof=2026-11-28T10:00:00.5+0100')).toMatchObject({
    asof: Date.parse('2026-11-28T09:00:00.5Z'),
  });
  expect(load('?from=2026-11-28 10:00')).toMatchObject({ from: '2026-11-28 10:00' });
  const { from } = load('?from=2026-11-28T10:00:00+01:00');
  expect(resolveRange({ from, to: '2026-11-28T12:00:00Z' }, 0, 'UTC')?.from).toBe(
    Date.parse('2026-11-28T09:00:00Z'),
  );
});

test('ignores an unknown zone, a malformed asof and an unknown interval', () => {
  expect(load('?tz=Mars/Olympus&asof=1')).toMatchObject({ tz: 'UTC', asof: null });
  expect(load('?asof=2026-02-30T00:00:00Z&refresh=1s')).toMatchObject({ asof: null, refresh: 'off' });
});

test('reads back what it writes, without defaults', () => {
  const range = {
    from: 'now-2d',
    to: 'now',
    tz: 'Europe/Berlin',
    asof: Date.UTC(2026, 10, 24),
    refresh: '30s',
    compare: 'week',
    kept: 'fIZaVd9SuWZH7bIjur9_wQ',
  } as const;
  expect(write(range)).toBe(
    '?from=now-2d&tz=Europe/Berlin&asof=2026-11-24T00:00:00.000Z&refresh=30s&compare=week&kept=fIZaVd9SuWZH7bIjur9_wQ',
  );
  expect(load(write(range))).toEqual(range);
});
