import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CalendarUnit, endOfUnit, shiftInstant, startOfUnit } from './calendar';
import { DAY, HOUR } from './duration';
import { resolveRange } from './range';
import { wallTime } from './zone';

const at = (text: string) => Date.parse(text);
const iso = (instant: number) => new Date(instant).toISOString().slice(0, 16);
const resolved = (from: string, to: string, now: string, zone: string) => {
  const span = resolveRange({ from, to }, at(now), zone);
  return span && `${iso(span.from)} ${iso(span.to)}`;
};

test.each([
  ['now-1d/d', 'now-1d/d', '2026-03-30T00:30:00+02:00', 'Europe/Berlin', '2026-03-28T23:00 2026-03-29T22:00'],
  ['now-1d/d', 'now-1d/d', '2026-10-25T23:30:00+01:00', 'Europe/Berlin', '2026-10-23T22:00 2026-10-24T22:00'],
  ['now-7d/d', 'now-7d/d', '2026-10-31T23:30:00+01:00', 'Europe/Berlin', '2026-10-23T22:00 2026-10-24T22:00'],
  ['now-1w/w', 'now-1w/w', '2026-10-26T00:30:00+01:00', 'Europe/Berlin', '2026-10-18T22:00 2026-10-25T23:00'],
  ['now-1d', 'now', '2026-10-25T12:00:00+01:00', 'Europe/Berlin', '2026-10-24T10:00 2026-10-25T11:00'],
  ['now-24h', 'now', '2026-10-25T12:00:00+01:00', 'Europe/Berlin', '2026-10-24T11:00 2026-10-25T11:00'],
  // Midnight is skipped: the day starts at 01:00.
  ['now/d', 'now/d', '2018-11-04T12:00:00-02:00', 'America/Sao_Paulo', '2018-11-04T03:00 2018-11-05T02:00'],
  [
    'now-1d/d',
    'now-1d/d',
    '2018-11-05T12:00:00-02:00',
    'America/Sao_Paulo',
    '2018-11-04T03:00 2018-11-05T02:00',
  ],
  // Midnight comes twice: the day starts at the first.
  ['now/d', 'now/d', '2026-11-01T12:00:00-05:00', 'America/Havana', '2026-11-01T04:00 2026-11-02T05:00'],
  // 30 December was skipped.
  ['now-1d/d', 'now-1d/d', '2011-12-31T12:00:00+14:00', 'Pacific/Apia', '2011-12-29T10:00 2011-12-30T10:00'],
  ['now+1d/d', 'now+1d/d', '2011-12-29T12:00:00-10:00', 'Pacific/Apia', '2011-12-30T10:00 2011-12-31T10:00'],
])('resolves %s to %s at %s in %s', (from, to, now, zone, span) => {
  expect(resolved(from, to, now, zone)).toBe(span);
});

test('moves the 31st to the last day of a shorter month, and 29 February to the 28th', () => {
  expect(iso(shiftInstant(at('2026-03-31T12:00Z'), -1, 'M', 'UTC'))).toBe('2026-02-28T12:00');
  expect(iso(shiftInstant(at('2024-02-29T12:00Z'), 1, 'y', 'UTC'))).toBe('2025-02-28T12:00');
});

test('leaves the years 1970–9999 as an infinite instant', () => {
  for (const unit of ['s', 'h', 'd', 'w', 'M', 'y'] as const) {
    expect(shiftInstant(at('2026-01-01T00:00Z'), -1e15, unit, 'UTC')).toBe(Number.NEGATIVE_INFINITY);
    expect(shiftInstant(at('2026-01-01T00:00Z'), 1e15, unit, 'UTC')).toBe(Number.POSITIVE_INFINITY);
  }
});

const instants = fc.integer({ min: at('2000-01-01T00:00Z'), max: at('2030-01-01T00:00Z') });
const zones = fc.constantFrom(
  'UTC',
  'Europe/Berlin',
  'America/Havana',
  'Asia/Beirut',
  'UTC+05:30',
  'Australia/Lord_Howe',
);

test('keeps each instant in its unit, and units without gaps', () => {
  const units = fc.constantFrom<CalendarUnit>('s', 'm', 'h', 'd', 'w', 'M', 'y');
  fc.assert(
    fc.property(instants, units, zones, (instant, unit, zone) => {
      const [start, end] = [startOfUnit(instant, unit, zone), endOfUnit(instant, unit, zone)];
      expect(start).toBeLessThanOrEqual(instant);
      expect(end).toBeGreaterThan(instant);
      expect(startOfUnit(end, unit, zone)).toBe(end);
    }),
  );
});

test('keeps the clock when days are added, unless that day skips the time', () => {
  fc.assert(
    fc.property(instants, fc.integer({ min: -400, max: 400 }), zones, (instant, days, zone) => {
      const moved = shiftInstant(instant, days, 'd', zone);
      expect(Math.abs(moved - instant - days * DAY)).toBeLessThanOrEqual(2 * HOUR);
      expect(moved % 1000).toBe(instant % 1000);
      const [before, after] = [wallTime(instant, zone), wallTime(moved, zone)];
      expect(
        (after.hour * 60 + after.minute - before.hour * 60 - before.minute + 1440) % 1440,
      ).toBeLessThanOrEqual(60);
    }),
  );
});
