import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatDayInstant, formatInstant } from './format';
import { resolveEnd } from './range';
import { editableEnd, typedEnd } from './typed-end';

const NOW = Date.parse('2026-11-24T14:32:10Z');

test.each([
  ['now-2h', 'now-2h'],
  [' now/d ', 'now/d'],
  ['2026-11-12', '2026-11-11T23:00:00.000Z'],
  ['2026-11-12 09:00', '2026-11-12T08:00:00.000Z'],
  ['2026-11-12T9:00', '2026-11-12T08:00:00.000Z'],
  ['2026-11-12 09:00:30', '2026-11-12T08:00:30.000Z'],
  ['2026-11-12 09:00:30.123456', '2026-11-12T08:00:30.123Z'],
  ['2026-11-12 09:00 UTC', '2026-11-12T09:00:00.000Z'],
  ['2026-11-12 9:00 UTC', '2026-11-12T09:00:00.000Z'],
  ['2026-11-12 09:00 Asia/Kathmandu', '2026-11-12T03:15:00.000Z'],
  ['2026-11-12 09:00 UTC-03:30', '2026-11-12T12:30:00.000Z'],
  ['12 Nov 2025, 09:00', '2025-11-12T08:00:00.000Z'],
  ['12 Nov 09:00', '2026-11-12T08:00:00.000Z'],
  ['12 november 2026', '2026-11-11T23:00:00.000Z'],
  ['Thu 12 Nov, 09:00 UTC', '2026-11-12T09:00:00.000Z'],
  ['2026-11-12T09:00:00Z', '2026-11-12T09:00:00.000Z'],
  ['1794474000000', '2026-11-12T09:00:00.000Z'],
  ['1794474000', '2026-11-12T09:00:00.000Z'],
])('reads %j, typed in Berlin, as %j', (typed, text) => {
  expect(typedEnd(typed, NOW, 'Europe/Berlin')).toBe(text);
});

test.each([
  ...[
    '',
    'x',
    'now-2',
    '12.11.2026',
    '2026-02-30',
    '31 Feb',
    '12 Nob',
    '2026-11-12 24:00',
    '2026-11-12 09:60',
  ],
  ...['2026-11-12 09:00 Mars/Olympus', '09:00', '12345678', 'Mon 12 Nov 2026'],
])('leaves %j, which is not a time, for the sentence about it', (typed) => {
  expect(typedEnd(typed, NOW, 'UTC')).toBe(typed);
  expect(resolveEnd(typed, NOW, 'UTC', 'start')).toBeNaN();
});

const seconds = fc.integer({ min: Date.UTC(2026, 3, 1) / 1000, max: Date.UTC(2026, 9, 20) / 1000 });
const zones = fc.constantFrom('UTC', 'Europe/Berlin', 'Asia/Kathmandu', 'UTC-03:30');

test('reads its own forms of an instant as the same second or minute, except in repeated hours', () => {
  fc.assert(
    fc.property(seconds, zones, (at, zone) => {
      const instant = at * 1000;
      const [second, minute] = [instant, instant - (instant % 60_000)].map((ms) =>
        new Date(ms).toISOString(),
      );
      expect(typedEnd(editableEnd('', instant, zone), NOW, zone)).toBe(second);
      expect(typedEnd(formatInstant(instant, zone, 'second'), NOW, 'Asia/Tokyo')).toBe(second);
      expect(typedEnd(formatDayInstant(instant, NOW, zone), NOW, 'Asia/Tokyo')).toBe(minute);
    }),
  );
});
