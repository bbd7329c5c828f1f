import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY, HOUR, MINUTE } from './duration';
import { absoluteRange, resolveRange, splitSpan } from './range';

const NOW = Date.parse('2026-11-24T14:32:10Z');
const iso = (span: { from: number; to: number } | undefined) =>
  span && [span.from, span.to].map((at) => new Date(at).toISOString().replace(':00.000Z', 'Z'));
const resolve = (from: string, to: string, zone = 'UTC', now = NOW) =>
  iso(resolveRange({ from, to }, now, zone));

test.each([
  ['now-6h', 'now', ['2026-11-24T08:32:10.000Z', '2026-11-24T14:32:10.000Z']],
  ['now/d', 'now/d', ['2026-11-24T00:00Z', '2026-11-25T00:00Z']],
  ['now/w', 'now/w', ['2026-11-23T00:00Z', '2026-11-30T00:00Z']],
  ['now/M', 'now/y', ['2026-11-01T00:00Z', '2027-01-01T00:00Z']],
  ['now-1d/d', 'now-1d/d', ['2026-11-23T00:00Z', '2026-11-24T00:00Z']],
  ['now-1M', 'now/h', ['2026-10-24T14:32:10.000Z', '2026-11-24T15:00Z']],
  ['now-1d+2h/m', 'now', ['2026-11-23T16:32Z', '2026-11-24T14:32:10.000Z']],
  ['2026-11-12T09:00Z', '2026-11-12T11:00+01:00', ['2026-11-12T09:00Z', '2026-11-12T10:00Z']],
  ['2026-11-12', '2026-11-13', ['2026-11-12T00:00Z', '2026-11-13T00:00Z']],
  ['1794474000000', '1794477600000', ['2026-11-12T09:00Z', '2026-11-12T10:00Z']],
])('resolves %s to %s', (from, to, span) => {
  expect(resolve(from, to)).toEqual(span);
});

test.each([
  ['', 'now'],
  ['yesterday', 'now'],
  ['now-6', 'now'],
  ['now-6x', 'now'],
  ['now-6h', 'now-6h'],
  ['now', 'now-1h'],
  ['2026-02-30', 'now'],
  ['2026-02-30T00:00Z', 'now'],
  ['2026-11-12T25:00Z', 'now'],
  ['2026-11-12T09:00', 'now'],
  ['now-999999y', 'now'],
  ['now', 'now+999999y'],
  ['0', 'now'],
])('rejects %j to %j', (from, to) => {
  expect(resolve(from, to)).toBeUndefined();
});

test('uses the zone’s days, also where clocks change', () => {
  const now = Date.parse('2026-10-25T12:00:00Z');
  expect(resolve('now/d', 'now/d', 'Europe/Berlin', now)).toEqual(['2026-10-24T22:00Z', '2026-10-25T23:00Z']);
  expect(resolve('2026-10-25', '2026-10-26', 'Europe/Berlin')).toEqual([
    '2026-10-24T22:00Z',
    '2026-10-25T23:00Z',
  ]);
});

test('starts a repeated hour twice', () => {
  const now = Date.parse('2026-10-25T01:20:00Z');
  expect(resolve('now/h', 'now', 'Europe/Berlin', now)).toEqual(['2026-10-25T01:00Z', '2026-10-25T01:20Z']);
});

test('moves the 31st to the last day of a shorter month', () => {
  expect(resolve('now-1M', 'now', 'UTC', Date.parse('2026-03-31T12:00:00Z'))?.[0]).toBe('2026-02-28T12:00Z');
});

const anySpan = fc
  .tuple(fc.integer({ min: 0, max: NOW }), fc.integer({ min: 1, max: 400 * DAY }))
  .map(([from, length]) => ({ from, to: from + length }));

test('resolves an absolute range to the same span at any time and in any zone', () => {
  fc.assert(
    fc.property(anySpan, fc.constantFrom('UTC', 'Asia/Kathmandu'), fc.nat(), (span, zone, later) => {
      expect(resolveRange(absoluteRange(span), NOW + later, zone)).toEqual(span);
    }),
  );
});

test('splits a span without gaps into short enough parts', () => {
  fc.assert(
    fc.property(
      anySpan,
      fc.integer({ min: MINUTE, max: 30 * DAY }),
      fc.integer({ min: 1, max: 9 }),
      (span, length, max) => {
        const { spans, leftOut } = splitSpan(span, length, max);
        const all = leftOut ? [leftOut, ...spans] : spans;
        expect(spans.length).toBeLessThanOrEqual(max);
        expect(spans.every(({ from, to }) => to > from && to - from <= length)).toBe(true);
        expect(all[0]?.from).toBe(span.from);
        expect(all.at(-1)?.to).toBe(span.to);
        for (const [i, part] of all.slice(1).entries()) expect(part.from).toBe(all[i]?.to);
      },
    ),
  );
});

test('leaves nothing out when the parts suffice', () => {
  expect(splitSpan({ from: 0, to: 5 * HOUR }, 2 * HOUR, 3)).toEqual({
    spans: [
      { from: 0, to: HOUR },
      { from: HOUR, to: 3 * HOUR },
      { from: 3 * HOUR, to: 5 * HOUR },
    ],
  });
});
