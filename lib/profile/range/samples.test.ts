import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '@/lib/time/duration';
import { STRIP_PERIODS } from './profile-periods';
import { MAX_SAMPLED, MAX_SAMPLED_PER_REQUEST, samplesRequests } from './samples';

const NINE = Date.parse('2026-11-24T09:00:00Z');
const every5Minutes = (from: number, count: number) =>
  Array.from({ length: count }, (_, i) => from + i * 5 * MINUTE);

describe('samplesRequests', () => {
  it('requests the newest profiles first, an hour of five-minute profiles at a time', () => {
    const requests = samplesRequests('shop', 'PT5M', every5Minutes(NINE + 55 * MINUTE, 3));
    expect(requests).toEqual([
      { group: 'shop', period: 'PT5M', starts: [NINE + HOUR + 5 * MINUTE, NINE + HOUR] },
      { group: 'shop', period: 'PT5M', starts: [NINE + 55 * MINUTE] },
    ]);
  });

  it('stays the same for whole hours while a range moves on', () => {
    const before = samplesRequests('shop', 'PT5M', every5Minutes(NINE, 24));
    const after = samplesRequests('shop', 'PT5M', every5Minutes(NINE + 5 * MINUTE, 24));
    expect(after[1]).toEqual(before[0]);
  });

  it('requests every profile once, up to the newest of too many', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(3000), { maxLength: 600 }),
        fc.constantFrom('PT5M' as const, 'PT1H' as const, 'P1D' as const),
        (numbers, period) => {
          const starts = numbers.map((n) => n * STRIP_PERIODS[period]);
          const requests = samplesRequests('shop', period, starts);
          const newest = starts.toSorted((a, b) => b - a).slice(0, MAX_SAMPLED);
          expect(requests.flatMap((request) => request.starts)).toEqual(newest);
          for (const request of requests) {
            expect(request.starts.length).toBeLessThanOrEqual(MAX_SAMPLED_PER_REQUEST);
          }
        },
      ),
    );
  });
});
