import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY, HOUR, MINUTE } from '@/lib/time/duration';
import { bucketAt, bucketsOf } from './buckets';
import { AGGREGATION_PERIODS } from './session-statistics';

const at = (text: string) => Date.parse(text);
const starts = (...args: Parameters<typeof bucketsOf>) =>
  bucketsOf(...args).map(({ from }) => new Date(from).toISOString());

test('starts hours at a half-hour offset at the half hour of UTC', () => {
  const span = { from: at('2026-11-24T10:00:00Z'), to: at('2026-11-24T12:00:00Z') };
  expect(starts(span, 'HOURLY', 5.5 * HOUR)).toEqual([
    '2026-11-24T09:30:00.000Z',
    '2026-11-24T10:30:00.000Z',
    '2026-11-24T11:30:00.000Z',
  ]);
});

test('starts days at the offset, not at UTC', () => {
  const span = { from: at('2026-11-23T23:00:00Z'), to: at('2026-11-24T23:00:00Z') };
  expect(starts(span, 'DAILY', HOUR)).toEqual(['2026-11-23T23:00:00.000Z']);
});

test('starts weeks on Monday unless a known one starts on another day', () => {
  const span = { from: at('2026-11-24T00:00:00Z'), to: at('2026-12-01T00:00:00Z') };
  expect(starts(span, 'WEEKLY', 0)).toEqual(['2026-11-23T00:00:00.000Z', '2026-11-30T00:00:00.000Z']);
  expect(starts(span, 'WEEKLY', 0, at('2026-11-08T00:00:00Z'))).toEqual([
    '2026-11-22T00:00:00.000Z',
    '2026-11-29T00:00:00.000Z',
  ]);
});

test('gives months their own lengths', () => {
  const span = { from: at('2026-01-15T00:00:00Z'), to: at('2026-03-02T00:00:00Z') };
  expect(starts(span, 'MONTHLY', -HOUR)).toEqual([
    '2026-01-01T01:00:00.000Z',
    '2026-02-01T01:00:00.000Z',
    '2026-03-01T01:00:00.000Z',
  ]);
});

test('lays out buckets without gaps that cover every instant of the span', () => {
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

test('finds no bucket for an instant outside all of them', () => {
  const buckets = bucketsOf({ from: 0, to: HOUR }, 'HOURLY', 0);
  expect(bucketAt(buckets, -1)).toBeUndefined();
  expect(bucketAt(buckets, HOUR)).toBeUndefined();
});

test('lays out at most 2,000 buckets', () => {
  expect(bucketsOf({ from: 0, to: 3000 * HOUR }, 'HOURLY', 0)).toHaveLength(2000);
});
