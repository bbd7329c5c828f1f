import { expect, test } from 'vitest';
import { HOUR } from '@/lib/time/duration';
import type { BarStep } from './bars/bar-steps';
import {
  axisMarks,
  barLabel,
  barLabelWithOffset,
  bucketLabel,
  bucketTick,
  bucketZoneLabel,
  oddLengthText,
} from './bucket-labels';
import { bucketsOf } from './buckets';
import { offsetSegments } from './plan/offset-segments';

const at = (text: string) => Date.parse(text);
const HOURS: BarStep = { period: 'HOURLY', count: 1 };
const DAYS: BarStep = { period: 'DAILY', count: 1 };

/** One segment at an offset, and the range of Berlin's change from summer time. */
const segment = (offsetMs: number) => [
  { from: at('2026-09-22T00:00:00Z'), to: at('2026-11-24T14:32:10Z'), offsetMs },
];
const NOVEMBER = [{ from: at('2026-11-22T00:00:00Z'), to: at('2026-11-25T00:00:00Z') }];
const november = (offsetMs: number) => NOVEMBER.map((span) => ({ ...span, offsetMs }));
const { segments: autumn } = offsetSegments(
  { from: at('2026-10-24T22:00:00Z'), to: at('2026-10-25T23:00:00Z') },
  'Europe/Berlin',
);

test.each([
  ['UTC', 0, 'UTC'],
  ['Europe/Berlin', HOUR, 'Europe/Berlin (UTC+01:00)'],
  ['Europe/London', 0, 'Europe/London (UTC)'],
  ['America/New_York', -5 * HOUR, 'America/New_York (UTC-05:00)'],
])('labels times of %s at %d ms %s', (zone, offsetMs, label) =>
  expect(bucketZoneLabel(zone, november(offsetMs))).toBe(label),
);

test('does not name a zone whose offset AWS can’t use', () => {
  expect(bucketZoneLabel('Asia/Kathmandu', november(0))).toBe('UTC');
});

test('labels buckets at their offset', () => {
  const from = at('2026-11-22T18:30:00Z');
  expect(bucketLabel(from, 'HOURLY', segment(5.5 * HOUR))).toBe('23 Nov 2026 00:00');
  expect(bucketLabel(from, 'WEEKLY', segment(5.5 * HOUR))).toBe('Week of 23 Nov 2026');
  expect(bucketTick(from, 'HOURLY', segment(5.5 * HOUR))).toBe('23 Nov');
  expect(bucketTick(from + HOUR, 'HOURLY', segment(5.5 * HOUR))).toBe('01:00');
  expect(bucketTick(from, 'MONTHLY', segment(5.5 * HOUR))).toBe('Nov 2026');
});

test('marks round hours with midnights, and days at even distances', () => {
  const offset = 5.5 * HOUR;
  const days = { from: at('2026-11-22T20:30:00Z'), to: at('2026-11-24T20:30:00Z') };
  const hours = axisMarks(bucketsOf(days, 'HOURLY', offset), HOURS, segment(offset), 8);
  expect(hours.map((from) => bucketTick(from, 'HOURLY', segment(offset)))).toEqual([
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
  const midnights = axisMarks(bucketsOf(long, 'HOURLY', 0), HOURS, segment(0), 8);
  expect(midnights.map((from) => bucketTick(from, 'HOURLY', segment(0)))).toEqual([
    '24 Sep',
    '8 Oct',
    '22 Oct',
    '5 Nov',
    '19 Nov',
  ]);
  const month = { from: at('2026-11-01T00:00:00Z'), to: at('2026-11-11T00:00:00Z') };
  const marks = axisMarks(bucketsOf(month, 'DAILY', 0), DAYS, segment(0), 5);
  expect(marks.map((from) => bucketTick(from, 'DAILY', segment(0)))).toEqual([
    '1 Nov',
    '3 Nov',
    '5 Nov',
    '7 Nov',
    '9 Nov',
  ]);
});

test('names both offsets of a range in which the clocks change', () => {
  expect(bucketZoneLabel('Europe/Berlin', autumn)).toBe('Europe/Berlin (UTC+02:00, UTC+01:00)');
});

test('tells apart two hours that the clocks show alike', () => {
  const label = (time: string) => bucketLabel(at(time), 'HOURLY', autumn);
  expect(label('2026-10-24T23:00:00Z')).toBe('25 Oct 2026 01:00');
  expect(label('2026-10-25T00:00:00Z')).toBe('25 Oct 2026 02:00 UTC+02:00');
  expect(label('2026-10-25T01:00:00Z')).toBe('25 Oct 2026 02:00 UTC+01:00');
  expect(label('2026-10-25T02:00:00Z')).toBe('25 Oct 2026 03:00');
});

test('adds the offset of a bucket once', () => {
  const label = (time: string) => barLabelWithOffset(at(time), HOURS, autumn);
  expect(label('2026-10-25T01:00:00Z')).toBe('25 Oct 2026 02:00 UTC+01:00');
  expect(label('2026-10-25T02:00:00Z')).toBe('25 Oct 2026 03:00 UTC+01:00');
});

test('says how long a day is in which the clocks change', () => {
  const day = { from: at('2026-10-24T22:00:00Z'), to: at('2026-10-25T23:00:00Z') };
  expect(oddLengthText(day, DAYS)).toBe('The clocks change: this day has 25 hours.');
  expect(oddLengthText({ ...day, from: day.from + HOUR }, DAYS)).toBeUndefined();
  expect(oddLengthText(day, { period: 'WEEKLY', count: 1 })).toBeUndefined();
});

test('says how much a longer bar covers', () => {
  const from = at('2026-11-22T18:30:00Z');
  const label = (step: BarStep) => barLabel(from, step, segment(5.5 * HOUR));
  expect(label({ period: 'HOURLY', count: 6 })).toBe('6 hours from 23 Nov 2026 00:00');
  expect(label({ period: 'WEEKLY', count: 4 })).toBe('4 weeks from 23 Nov 2026');
  expect(label(DAYS)).toBe('23 Nov 2026');
});
