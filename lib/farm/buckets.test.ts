import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY, HOUR, MINUTE } from '@/lib/time/duration';
import { axisMarks, bucketAt, bucketLabel, bucketsOf, bucketTick } from './buckets';
import { AGGREGATION_PERIODS } from './session-statistics';

const at = (text: string) => Date.parse(text);
const starts = (...args: Parameters<typeof bucketsOf>) =>
  bucketsOf(...args).map(({ from }) => new Date(from).toISOString());

test('hours at a half-hour offset start at the half hour of UTC', () => {
  const span = { from: at('2026-11-24T10:00:00Z'), to: at('2026-11-24T12:00:00Z') };
  expect(starts(span, 'HOURLY', 5.5 * HOUR)).toEqual([
    '2026-11-24T09:30:00.000Z',
    '2026-11-24T10:30:00.000Z',
    '2026-11-24T11:30:00.000Z',
  ]);
});

test('days are those of the offset, not of UTC', () => {
  const span = { from: at('2026-11-23T23:00:00Z'), to: at('2026-11-24T23:00:00Z') };
  expect(starts(span, 'DAILY', HOUR)).toEqual(['2026-11-23T23:00:00.000Z']);
});

test('weeks start on Monday unless a known one starts otherwise', () => {
  const span = { from: at('2026-11-24T00:00:00Z'), to: at('2026-12-01T00:00:00Z') };
  expect(starts(span, 'WEEKLY', 0)).toEqual(['2026-11-23T00:00:00.000Z', '2026-11-30T00:00:00.000Z']);
  expect(starts(span, 'WEEKLY', 0, at('2026-11-08T00:00:00Z'))).toEqual([
    '2026-11-22T00:00:00.000Z',
    '2026-11-29T00:00:00.000Z',
  ]);
});

test('months have their own lengths', () => {
  const span = { from: at('2026-01-15T00:00:00Z'), to: at('2026-03-02T00:00:00Z') };
  expect(starts(span, 'MONTHLY', -HOUR)).toEqual([
    '2026-01-01T01:00:00.000Z',
    '2026-02-01T01:00:00.000Z',
    '2026-03-01T01:00:00.000Z',
  ]);
});

test('buckets are named at their offset', () => {
  const from = at('2026-11-22T18:30:00Z');
  expect(bucketLabel(from, 'HOURLY', 5.5 * HOUR)).toBe('23 Nov 2026 00:00');
  expect(bucketLabel(from, 'WEEKLY', 5.5 * HOUR)).toBe('Week of 23 Nov 2026');
  expect(bucketTick(from, 'HOURLY', 5.5 * HOUR)).toBe('23 Nov');
  expect(bucketTick(from + HOUR, 'HOURLY', 5.5 * HOUR)).toBe('01:00');
  expect(bucketTick(from, 'MONTHLY', 5.5 * HOUR)).toBe('Nov 2026');
});

test('buckets join without gaps, cover the span, and hold every instant of it', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: at('2030-01-01T00:00:00Z') }),
      fc.integer({ min: 1, max: 40 * DAY }),
      fc.constantFrom(...AGGREGATION_PERIODS),
      fc.integer({ min: -39, max: 39 }),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
      (from, length, period, halfHours, part) => {
        const span = { from, to: from + length };
        const buckets = bucketsOf(span, period, halfHours * 30 * MINUTE);
        expect(buckets[0]?.from).toBeLessThanOrEqual(span.from);
        expect(buckets.at(-1)?.from).toBeLessThan(span.to);
        expect(buckets.at(-1)?.to).toBeGreaterThanOrEqual(span.to);
        buckets.slice(1).forEach((bucket, before) => {
          expect(bucket.from).toBe(buckets[before]?.to);
        });
        const instant = Math.floor(span.from + part * length);
        const holding = buckets[bucketAt(buckets, instant) ?? -1];
        expect(holding && holding.from <= instant && instant < holding.to).toBe(true);
      },
    ),
  );
});

test('an instant outside of all buckets is in none', () => {
  const buckets = bucketsOf({ from: 0, to: HOUR }, 'HOURLY', 0);
  expect(bucketAt(buckets, -1)).toBeUndefined();
  expect(bucketAt(buckets, HOUR)).toBeUndefined();
});

test('an axis marks round hours with midnights, and days at even distances', () => {
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

test('no more buckets are laid out than can be shown', () => {
  expect(bucketsOf({ from: 0, to: 3000 * HOUR }, 'HOURLY', 0)).toHaveLength(2000);
});
