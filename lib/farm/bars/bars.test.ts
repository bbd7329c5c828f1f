import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HOUR, WEEK } from '@/lib/time/duration';
import { LocalBuckets } from '../plan/local-buckets';
import { offsetSegments } from '../plan/offset-segments';
import { AGGREGATION_PERIODS, type AggregationPeriod } from '../session-statistics';
import { stepText } from './bar-steps';
import { barStepFor, barsOf } from './bars';

const at = (text: string) => Date.parse(text);

function barsFor(from: number, to: number, zone: string, period: AggregationPeriod, maxBars: number) {
  const { segments } = offsetSegments({ from, to }, zone);
  const buckets = new LocalBuckets(segments, period);
  return { buckets: buckets.spans, ...barsOf(buckets, period, barStepFor(buckets, period, maxBars)) };
}

test.each([
  [24, 24, 'hour'],
  [24, 12, '2 hours'],
  [24, 8, '3 hours'],
  [24, 7, '6 hours'],
  [60 * 24, 120, '12 hours'],
  [60 * 24, 60, 'day'],
  [60 * 24, 59, 'week'],
])('makes of %d hours at most %d bars of one %s each', (hours, maxBars, text) => {
  const from = at('2026-09-21T00:00:00Z');
  const { step, spans } = barsFor(from, from + hours * HOUR, 'UTC', 'HOURLY', maxBars);
  expect(stepText(step)).toBe(text);
  expect(spans.length).toBeLessThanOrEqual(maxBars);
});

test('keeps a day in which the clocks change as one bar', () => {
  const [from, to] = [at('2026-10-23T22:00:00Z'), at('2026-10-26T23:00:00Z')];
  const days = barsFor(from, to, 'Europe/Berlin', 'HOURLY', 3);
  expect(days.spans.map((span) => (span.to - span.from) / HOUR)).toEqual([24, 25, 24]);
  const halves = barsFor(from, to, 'Europe/Berlin', 'HOURLY', 6);
  expect(halves.spans.map((span) => (span.to - span.from) / HOUR)).toEqual([12, 12, 13, 12, 12, 12]);
});

test('shows bars whole of which the range has only a part', () => {
  const { spans } = barsFor(at('2026-11-20T08:00:00Z'), at('2026-11-22T05:00:00Z'), 'UTC', 'HOURLY', 3);
  expect(spans[0]).toEqual({ from: at('2026-11-20T00:00:00Z'), to: at('2026-11-21T00:00:00Z') });
  expect(spans.at(-1)).toEqual({ from: at('2026-11-22T00:00:00Z'), to: at('2026-11-23T00:00:00Z') });
});

test('starts bars of two weeks on the weekday on which AWS starts weeks', () => {
  const [from, to] = [at('2026-08-30T00:00:00Z'), at('2026-11-22T00:00:00Z')];
  const buckets = new LocalBuckets([{ from, to, offsetMs: 0 }], 'WEEKLY', from + WEEK);
  const { spans } = barsOf(buckets, 'WEEKLY', { period: 'WEEKLY', count: 2 });
  expect(new Set(spans.map((span) => (span.to - span.from) / WEEK))).toEqual(new Set([2]));
  expect(new Set(spans.map((span) => new Date(span.from).getUTCDay()))).toEqual(new Set([0]));
  const other = new LocalBuckets([{ from, to, offsetMs: 0 }], 'WEEKLY', from);
  expect(barsOf(other, 'WEEKLY', { period: 'WEEKLY', count: 2 }).spans).toEqual(spans);
});

test('has every bucket in one bar, without gaps between bars, and few enough of them', () => {
  const zone = fc.constantFrom(
    'UTC',
    'Europe/Berlin',
    'America/New_York',
    'Asia/Kolkata',
    'Australia/Lord_Howe',
  );
  const period = fc.constantFrom(...AGGREGATION_PERIODS);
  const start = fc.integer({ min: at('2025-01-01T00:00:00Z'), max: at('2026-11-01T00:00:00Z') });
  const hours = fc.integer({ min: 1, max: 80 * 24 });
  fc.assert(
    fc.property(
      start,
      hours,
      zone,
      period,
      fc.integer({ min: 40, max: 200 }),
      (from, count, tz, of, maxBars) => {
        const { buckets, spans, bar } = barsFor(from, from + count * HOUR, tz, of, maxBars);
        expect(spans.length).toBeLessThanOrEqual(maxBars);
        for (const [index, bucket] of buckets.entries()) {
          const span = spans[bar[index] ?? -1];
          expect(span?.from).toBeLessThanOrEqual(bucket.from);
          expect(span?.to).toBeGreaterThanOrEqual(bucket.to);
        }
        expect(spans.slice(1).map((span) => span.from)).toEqual(spans.slice(0, -1).map(({ to }) => to));
        expect(new Set(bar).size).toBe(spans.length);
      },
    ),
  );
});
