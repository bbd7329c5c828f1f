import { expect, test } from 'vitest';
import { parseTypedRange } from './typed-range';

const NOW = Date.parse('2026-11-24T14:32:10Z');
const typed = (from: string, to: string, zone = 'UTC') => parseTypedRange({ from, to }, NOW, zone);

test('parses both ends in the zone', () => {
  expect(typed('now-1h', 'now')).toEqual({ from: 'now-1h', to: 'now' });
  expect(typed('12 Nov', '2026-11-13 09:00', 'Europe/Berlin')).toEqual({
    from: '2026-11-11T23:00:00.000Z',
    to: '2026-11-13T08:00:00.000Z',
  });
});

test('reads the ends together', () => {
  expect(typed('2026-11-12', '2026-11-12')).toEqual({
    from: '2026-11-12T00:00:00.000Z',
    to: '2026-11-13T00:00:00.000Z',
  });
  expect(typed('2026-11-12 09:00', '10:30')).toEqual({
    from: '2026-11-12T09:00:00.000Z',
    to: '2026-11-12T10:30:00.000Z',
  });
});

test('takes a whole range from either field', () => {
  expect(typed('yesterday', 'now')).toEqual({ from: 'now-1d/d', to: 'now-1d/d' });
  expect(typed('now-6h', '12 Nov 09:00 – 15:00')).toEqual({
    from: '2026-11-12T09:00:00.000Z',
    to: '2026-11-12T15:00:00.000Z',
  });
});

test.each([
  ['x', 'now', { from: '“x” is not a time.' }],
  ['x', '', { from: '“x” is not a time.', to: 'A time is missing.' }],
  ['2026-02-30', 'now', { from: 'The calendar has no 2026-02-30.' }],
  ['2026-02-30T10:00Z', 'now', { from: 'The calendar has no 2026-02-30.' }],
  ['now-900y', 'now', { from: 'Only the years 1970 to 9999 can be shown.' }],
  ['1969-12-31T00:00Z', 'now', { from: 'Only the years 1970 to 9999 can be shown.' }],
  ['now', '2026-11-24 25:00', { to: '“2026-11-24 25:00” is not a time.' }],
  ['now', 'now-1h', { to: 'The end must be after the start.' }],
  ['now-1h', 'now-1h', { to: 'The end must be after the start.' }],
])('says what is wrong with %j to %j', (from, to, problem) => {
  const said = typed(from, to);
  const hints = / Enter one such as [^}]*?now\/d\./g;
  expect(JSON.parse(JSON.stringify(said).replace(hints, ''))).toEqual({ problem });
});

test('quotes only the start of a long text', () => {
  expect(typed('a'.repeat(5000), 'now')).toEqual({
    problem: { from: expect.stringContaining(`“${'a'.repeat(40)}…” is not a time. Enter one such as`) },
  });
});
