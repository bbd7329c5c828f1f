import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY, MINUTE } from './duration';
import {
  formatClock,
  formatDayClock,
  formatDayInstant,
  formatInstant,
  formatSpan,
  timeTicks,
  zoneLabel,
} from './format';
import { wallTime } from './zone';

const at = (text: string) => Date.parse(text);
const span = (from: string, to: string) => ({ from: at(from), to: at(to) });

test('names the zone of an instant', () => {
  const instant = at('2026-11-21T22:25:07Z');
  expect(formatInstant(instant, 'UTC')).toBe('21 Nov 2026, 22:25 UTC');
  expect(formatInstant(instant, 'Europe/Berlin', 'second')).toBe('21 Nov 2026, 23:25:07 UTC+01:00');
  expect(formatClock(instant, 'Asia/Kathmandu')).toBe('04:10');
  expect(formatDayClock(instant, 'Asia/Kathmandu')).toBe('22 Nov 04:10');
});

test('labels a zone with its offset at the instant', () => {
  expect(zoneLabel('UTC', 0)).toBe('UTC');
  expect(zoneLabel('Europe/Berlin', at('2026-11-21T00:00Z'))).toBe('Europe/Berlin (UTC+01:00)');
  expect(zoneLabel('Europe/Berlin', at('2026-07-21T00:00Z'))).toBe('Europe/Berlin (UTC+02:00)');
});

test('repeats only what differs between the ends of a span', () => {
  expect(formatSpan(span('2026-11-12T09:00Z', '2026-11-12T15:00Z'), 'UTC')).toBe(
    '12 Nov 2026, 09:00 – 15:00 UTC',
  );
  expect(formatSpan(span('2026-11-12T09:00Z', '2026-11-13T15:00Z'), 'UTC')).toBe(
    '12 Nov 2026, 09:00 – 13 Nov 2026, 15:00 UTC',
  );
  expect(formatSpan(span('2026-10-25T00:00Z', '2026-10-25T02:00Z'), 'Europe/Berlin')).toBe(
    '25 Oct 2026, 02:00 UTC+02:00 – 03:00 UTC+01:00',
  );
});

const labels = (from: string, to: string, zone: string, count: number) =>
  timeTicks(span(from, to), zone, count).map(({ label }) => label);

test.each([
  [
    '2026-11-24T08:32Z',
    '2026-11-24T14:32Z',
    'UTC',
    6,
    ['09:00', '10:00', '11:00', '12:00', '13:00', '14:00'],
  ],
  [
    '2026-11-24T14:30:20Z',
    '2026-11-24T14:31:00Z',
    'UTC',
    4,
    ['14:30:20', '14:30:30', '14:30:40', '14:30:50'],
  ],
  ['2026-11-24T20:00Z', '2026-11-25T08:00Z', 'UTC', 4, ['21:00', '25 Nov', '03:00', '06:00']],
  ['2026-11-24T16:10Z', '2026-11-24T20:00Z', 'Asia/Kathmandu', 4, ['22:00', '23:00', '25 Nov', '01:00']],
  [
    '2026-10-24T23:00Z',
    '2026-10-25T04:00Z',
    'Europe/Berlin',
    6,
    ['01:00', '02:00', '02:00', '03:00', '04:00'],
  ],
  [
    '2026-10-24T20:00Z',
    '2026-10-25T12:00Z',
    'Europe/Berlin',
    6,
    ['25 Oct', '03:00', '06:00', '09:00', '12:00'],
  ],
  ['2026-03-29T00:00Z', '2026-03-29T04:00Z', 'Europe/Berlin', 6, ['01:00', '03:00', '04:00', '05:00']],
  ['2026-03-27T00:00Z', '2026-03-31T00:00Z', 'Europe/Berlin', 4, ['28 Mar', '29 Mar', '30 Mar', '31 Mar']],
  ['2026-11-01T00:00Z', '2026-12-01T00:00Z', 'UTC', 5, ['2 Nov', '9 Nov', '16 Nov', '23 Nov', '30 Nov']],
  ['2026-10-10T00:00Z', '2027-02-10T00:00Z', 'UTC', 5, ['Nov', 'Dec', '2027', 'Feb']],
])('places ticks from %s to %s in %s', (from, to, zone, count, expected) => {
  expect(labels(from, to, zone, count)).toEqual(expected);
});

test('places ordered ticks in the span, about as many as requested, at whole minutes of the local time', () => {
  const zones = fc.constantFrom('UTC', 'Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe');
  const from = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2036, 0, 1) });
  const length = fc.integer({ min: 10 * MINUTE, max: 4000 * DAY });
  fc.assert(
    fc.property(from, length, zones, fc.integer({ min: 1, max: 20 }), (start, long, zone, count) => {
      const requested = { from: start, to: start + long };
      const ticks = timeTicks(requested, zone, count);
      expect(ticks.length).toBeLessThanOrEqual(count + 2);
      for (const [index, { at: tick }] of ticks.entries()) {
        expect(tick).toBeGreaterThanOrEqual(requested.from);
        expect(tick).toBeLessThan(requested.to);
        expect(tick).toBeGreaterThan(ticks[index - 1]?.at ?? 0);
        if (long / count > MINUTE) expect(wallTime(tick, zone).second).toBe(0);
      }
    }),
  );
});

test('places two ticks at a repeated hour and none at a skipped hour', () => {
  const instants = (requested: { from: number; to: number }) =>
    timeTicks(requested, 'Europe/Berlin', 6).map(({ at: tick }) =>
      new Date(tick).toISOString().slice(11, 16),
    );
  const autumn = span('2026-10-24T23:00Z', '2026-10-25T04:00Z');
  expect(instants(autumn)).toEqual(['23:00', '00:00', '01:00', '02:00', '03:00']);
  const spring = span('2026-03-29T00:00Z', '2026-03-29T04:00Z');
  expect(instants(spring)).toEqual(['00:00', '01:00', '02:00', '03:00']);
});

test('names the weekday of an instant in the zone, and the year where it is another one', () => {
  const now = at('2026-11-29T08:00Z');
  expect(formatDayInstant(at('2026-11-24T09:30Z'), now, 'UTC')).toBe('Tue 24 Nov, 09:30 UTC');
  expect(formatDayInstant(at('2026-11-24T23:30Z'), now, 'Europe/Berlin')).toBe('Wed 25 Nov, 00:30 UTC+01:00');
  expect(formatDayInstant(at('2025-12-30T09:30Z'), now, 'UTC')).toBe('Tue 30 Dec 2025, 09:30 UTC');
});
