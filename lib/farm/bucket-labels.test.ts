import { expect, test } from 'vitest';
import { HOUR } from '@/lib/time/duration';
import { axisMarks, bucketLabel, bucketTick, bucketZoneLabel } from './bucket-labels';
import { bucketsOf } from './buckets';

const at = (text: string) => Date.parse(text);
const END = Date.parse('2026-11-24T14:32:10Z');

test.each([
  ['UTC', 0, 'UTC'],
  ['Europe/Berlin', HOUR, 'Europe/Berlin (UTC+01:00)'],
  ['Europe/London', 0, 'Europe/London (UTC)'],
  ['America/New_York', -5 * HOUR, 'America/New_York (UTC-05:00)'],
])('labels times of %s at %d ms %s', (zone, offsetMs, label) =>
  expect(bucketZoneLabel(zone, offsetMs, END)).toBe(label),
);

test('does not name a zone whose offset AWS can’t use', () => {
  expect(bucketZoneLabel('Asia/Kathmandu', 0, END)).toBe('UTC');
});

test('labels buckets at their offset', () => {
  const from = at('2026-11-22T18:30:00Z');
  expect(bucketLabel(from, 'HOURLY', 5.5 * HOUR)).toBe('23 Nov 2026 00:00');
  expect(bucketLabel(from, 'WEEKLY', 5.5 * HOUR)).toBe('Week of 23 Nov 2026');
  expect(bucketTick(from, 'HOURLY', 5.5 * HOUR)).toBe('23 Nov');
  expect(bucketTick(from + HOUR, 'HOURLY', 5.5 * HOUR)).toBe('01:00');
  expect(bucketTick(from, 'MONTHLY', 5.5 * HOUR)).toBe('Nov 2026');
});

test('marks round hours with midnights, and days at even distances', () => {
  const offset = 5.5 * HOUR;
  const days = { from: at('2026-11-22T20:30:00Z'), to: at('2026-11-24T20:30:00Z') };
  const hours = axisMarks(bucketsOf(days, 'HOURLY', offset), 'HOURLY', offset, 8);
  expect(hours.map((from) => bucketTick(from, 'HOURLY', offset))).toEqual([
    '06:00',
    '12:00',
    '18:00',
    '24 Nov',
    '06:00',
    '12:00',
    '18:00',
    '25 Nov',
  ]);
  const long = { from: at('2026-09-23T02:00:00Z'), to: at('2026-11-22T02:00:00Z') };
  const midnights = axisMarks(bucketsOf(long, 'HOURLY', 0), 'HOURLY', 0, 8);
  expect(midnights.map((from) => bucketTick(from, 'HOURLY', 0))).toEqual([
    '24 Sep',
    '8 Oct',
    '22 Oct',
    '5 Nov',
    '19 Nov',
  ]);
  const month = { from: at('2026-11-01T00:00:00Z'), to: at('2026-11-11T00:00:00Z') };
  const marks = axisMarks(bucketsOf(month, 'DAILY', 0), 'DAILY', 0, 5);
  expect(marks.map((from) => bucketTick(from, 'DAILY', 0))).toEqual([
    '1 Nov',
    '3 Nov',
    '5 Nov',
    '7 Nov',
    '9 Nov',
  ]);
});
