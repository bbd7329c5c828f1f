import { expect, test } from 'vitest';
import { HOUR } from '@/lib/time/duration';
import { bucketZoneLabel } from './time-word';

const END = Date.parse('2026-11-24T14:32:10Z');

test.each([
  ['UTC', 0, 'UTC'],
  ['Europe/Berlin', HOUR, 'Europe/Berlin (UTC+01:00)'],
  ['Europe/London', 0, 'Europe/London (UTC)'],
  ['America/New_York', -5 * HOUR, 'America/New_York (UTC-05:00)'],
])('times of %s at %d ms are in %s', (zone, offsetMs, word) =>
  expect(bucketZoneLabel(zone, offsetMs, END)).toBe(word),
);

test('a zone that AWS can’t add up in is not named', () => {
  expect(bucketZoneLabel('Asia/Kathmandu', 0, END)).toBe('UTC');
});
