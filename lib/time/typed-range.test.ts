import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editableEnd, parseTypedEnd, parseTypedRange } from './typed-range';

const NOW = Date.parse('2026-11-24T14:32:10Z');

test.each([
  ['now-2h', 'now-2h'],
  [' now/d ', 'now/d'],
  ['2026-11-12 09:00', '2026-11-12T08:00:00.000Z'],
  ['2026-11-12T9:00', '2026-11-12T08:00:00.000Z'],
  ['2026-11-12', '2026-11-11T23:00:00.000Z'],
  ['2026-11-12T09:00:00Z', '2026-11-12T09:00:00Z'],
  ['1794474000000', '1794474000000'],
  ['now-2', undefined],
  ['12.11.2026', undefined],
  ['2026-02-30', undefined],
  ['2026-11-12 24:00', undefined],
  ['', undefined],
])('parses %j, typed in Berlin, as %j', (typed, text) => {
  expect(parseTypedEnd(typed, 'Europe/Berlin')).toBe(text);
});

test('names the end that is invalid', () => {
  expect(parseTypedRange({ from: 'x', to: 'now' }, NOW, 'UTC')).toEqual({
    problem: { from: expect.stringContaining('now-2h') },
  });
  expect(parseTypedRange({ from: 'now', to: 'now-1h' }, NOW, 'UTC')).toEqual({
    problem: { to: 'The end must be after the start.' },
  });
  expect(parseTypedRange({ from: 'now-1h', to: 'now' }, NOW, 'UTC')).toEqual({ from: 'now-1h', to: 'now' });
});

test('parses an editable instant as the same second, except in repeated hours', () => {
  const instants = fc.integer({ min: Date.UTC(2026, 3, 1) / 1000, max: Date.UTC(2026, 9, 20) / 1000 });
  fc.assert(
    fc.property(instants, fc.constantFrom('UTC', 'Europe/Berlin', 'Asia/Kathmandu'), (seconds, zone) => {
      const text = new Date(seconds * 1000).toISOString();
      expect(parseTypedEnd(editableEnd(text, seconds * 1000, zone), zone)).toBe(text);
    }),
  );
});
