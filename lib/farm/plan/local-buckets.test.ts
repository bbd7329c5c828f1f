import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '@/lib/time/duration';
import { wallTime } from '@/lib/time/zone';
import { bucketsOf } from '../buckets';
import { AGGREGATION_PERIODS } from '../session-statistics';
import { LocalBuckets } from './local-buckets';
import { offsetSegments } from './offset-segments';

const at = (text: string) => Date.parse(text);

function bucketsIn(from: string, to: string, zone: string, period: (typeof AGGREGATION_PERIODS)[number]) {
  const { segments } = offsetSegments({ from: at(from), to: at(to) }, zone);
  return new LocalBuckets(segments, period);
}
const hours = ({ spans }: LocalBuckets) => spans.map(({ from, to }) => (to - from) / HOUR);

describe('LocalBuckets', () => {
  it('has days of 25 and 23 hours where the clocks change', () => {
    const autumn = bucketsIn('2026-10-23T22:00:00Z', '2026-10-26T23:00:00Z', 'Europe/Berlin', 'DAILY');
    expect(hours(autumn)).toEqual([24, 25, 24]);
    expect(new Date(autumn.spans[1]?.from ?? 0).toISOString()).toBe('2026-10-24T22:00:00.000Z');
    expect(
      hours(bucketsIn('2026-03-27T23:00:00Z', '2026-03-30T22:00:00Z', 'Europe/Berlin', 'DAILY')),
    ).toEqual([24, 23, 24]);
  });

  it('joins the week and the month of a change', () => {
    expect(
      hours(bucketsIn('2026-10-18T22:00:00Z', '2026-11-01T23:00:00Z', 'Europe/Berlin', 'WEEKLY')),
    ).toEqual([7 * 24 + 1, 7 * 24]);
    expect(
      hours(bucketsIn('2026-09-30T22:00:00Z', '2026-11-30T23:00:00Z', 'Europe/Berlin', 'MONTHLY')),
    ).toEqual([31 * 24 + 1, 30 * 24]);
  });

  it('keeps an hour that comes twice as two hours, and cuts one that changes at its half', () => {
    const berlin = bucketsIn('2026-10-24T23:00:00Z', '2026-10-25T03:00:00Z', 'Europe/Berlin', 'HOURLY');
    expect(hours(berlin)).toEqual([1, 1, 1, 1]);
    const lordHowe = bucketsIn(
      '2026-04-04T13:00:00Z',
      '2026-04-04T16:30:00Z',
      'Australia/Lord_Howe',
      'HOURLY',
    );
    expect(hours(lordHowe)).toEqual([1, 1, 0.5, 1]);
  });

  it('starts the day of a change at midnight in the hour that the clocks show', () => {
    // Clocks in Santiago go from 24:00 to 01:00 on 5 September 2026, and from 24:00 back to 23:00 on 4 April.
    expect(
      hours(bucketsIn('2026-09-05T04:00:00Z', '2026-09-08T03:00:00Z', 'America/Santiago', 'DAILY')),
    ).toEqual([24, 23, 24]);
    expect(
      hours(bucketsIn('2026-04-04T03:00:00Z', '2026-04-06T04:00:00Z', 'America/Santiago', 'DAILY')),
    ).toEqual([25, 24]);
  });

  it('has the bucket of every instant that AWS’s bucket at the segment’s offset stands for', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(
          'Europe/Berlin',
          'America/St_Johns',
          'Australia/Lord_Howe',
          'America/Santiago',
          'UTC',
        ),
        fc.integer({ min: at('2025-01-01T00:00:00Z') / MINUTE, max: at('2026-12-01T00:00:00Z') / MINUTE }),
        fc.integer({ min: 1, max: 60 * 24 * 60 }),
        fc.constantFrom(...AGGREGATION_PERIODS),
        fc.double({ min: 0, max: 0.999, noNaN: true }),
        (zone, start, minutes, period, part) => {
          const span = { from: start * MINUTE, to: (start + minutes) * MINUTE };
          const { segments } = offsetSegments(span, zone);
          const buckets = new LocalBuckets(segments, period);
          const instant = Math.floor(span.from + part * (span.to - span.from));
          const segment = segments.findIndex(({ to }) => instant < to);
          const own = segments[segment];
          if (!own) throw new Error('no segment');
          const [row] = bucketsOf({ from: instant, to: instant + 1 }, period, own.offsetMs);
          const index = buckets.indexOf(row?.from ?? 0, segment) ?? -1;
          const bucket = buckets.spans[index];
          expect(bucket && bucket.from <= instant && instant < bucket.to).toBe(true);
          if (period !== 'DAILY' || !bucket) return;
          const days = [Math.max(bucket.from, span.from), instant, Math.min(bucket.to, span.to) - 1].map(
            (each) => {
              const { year, month, day } = wallTime(each, zone);
              return Date.UTC(year, month - 1, day) / DAY;
            },
          );
          expect(new Set(days).size).toBe(1);
        },
      ),
    );
  });
});
