import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HOUR, MINUTE } from './duration';
import { formatOffset, instantOfWall, isZone, parseZone, wallTime, zoneOffset } from './zone';

const ZONES = [
  'UTC',
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Pacific/Apia',
];
const anyZone = fc.constantFrom(...ZONES);
const anyInstant = fc.integer({ min: Date.UTC(1980, 0, 1), max: Date.UTC(2037, 0, 1) });
const wall = (text: string) => {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = text.split(/\D/).map(Number);
  return { year, month, day, hour, minute, second: 0 };
};
const iso = (instant: number) => new Date(instant).toISOString();

test('distinguishes known from unknown zones', () => {
  expect(ZONES.every(isZone)).toBe(true);
  expect(['', 'Mars/Olympus', 'Europe/Berlin ', '../etc'].some(isZone)).toBe(false);
});

test.each([
  ['+05:30', 'UTC+05:30'],
  ['-0330', 'UTC-03:30'],
  ['UTC+01:00', 'UTC+01:00'],
  ['GMT+01:00', 'UTC+01:00'],
  ['+00:00', 'UTC'],
  ['-00:00', 'UTC'],
  ['Europe/Berlin', 'Europe/Berlin'],
  ['+24:00', undefined],
  ['+05:60', undefined],
  ['+5:30', undefined],
])('names the zone %j %s', (text, name) => {
  expect(parseZone(text)).toBe(name);
});

test('knows offsets as zones without the runtime', () => {
  expect(wallTime(Date.UTC(2026, 10, 24, 20), 'UTC+05:30')).toEqual(wall('2026-11-25 01:30'));
  expect(zoneOffset(Date.UTC(2026, 10, 24), '-03:30')).toBe(-3.5 * HOUR);
});

test.each([
  ['2026-03-29 02:30', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
  ['2026-03-08 02:30', 'America/New_York', '2026-03-08T07:30:00.000Z'],
  ['2011-12-30 12:00', 'Pacific/Apia', '2011-12-30T22:00:00.000Z'],
])('moves the skipped local time %s in %s forward', (text, zone, instant) => {
  expect(iso(instantOfWall(wall(text), zone))).toBe(instant);
});

test.each([
  ['2026-10-25 02:30', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
  ['2026-11-01 01:30', 'America/New_York', '2026-11-01T05:30:00.000Z'],
])('takes the first of the two instants of %s in %s', (text, zone, instant) => {
  expect(iso(instantOfWall(wall(text), zone))).toBe(instant);
});

test('returns from a local time to its instant, or to the first of the two that share it', () => {
  fc.assert(
    fc.property(anyInstant, anyZone, (any, zone) => {
      const instant = Math.floor(any / 1000) * 1000;
      const back = instantOfWall(wallTime(instant, zone), zone);
      expect(wallTime(back, zone)).toEqual(wallTime(instant, zone));
      expect(back).toBeLessThanOrEqual(instant);
      expect(instant - back).toBeLessThanOrEqual(24 * HOUR);
    }),
  );
});

test('computes the offset between local time and UTC', () => {
  expect(zoneOffset(Date.UTC(2026, 10, 24), 'Asia/Kathmandu')).toBe(5 * HOUR + 45 * MINUTE);
  expect(zoneOffset(Date.UTC(2026, 10, 24, 0, 0, 0, 999), 'Europe/Berlin')).toBe(HOUR);
});

test.each([
  [0, 'UTC+00:00'],
  [5.5 * HOUR, 'UTC+05:30'],
  [-3.5 * HOUR, 'UTC-03:30'],
  [-1, 'UTC+00:00'],
])('formats an offset of %d ms as %s', (offset, text) => {
  expect(formatOffset(offset)).toBe(text);
});
