import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DAY, HOUR, MINUTE } from './duration';
import { COMPARISONS, type Comparison, earlierSpan } from './earlier-span';
import { zoneOffset } from './zone';

const BERLIN = 'Europe/Berlin';

function earlier(comparison: Comparison, from: string, to: string, zone = 'UTC', coveredTo = to) {
  const range = { from: Date.parse(from), to: Date.parse(to) };
  const span = earlierSpan(comparison, range, Date.parse(coveredTo), zone);
  return span && [span.from, span.to].map((at) => new Date(at).toISOString().replace(':00.000Z', 'Z'));
}

describe('earlierSpan', () => {
  test.each([
    ['before', '2026-11-24T08:00Z', '2026-11-24T14:00Z', '2026-11-24T02:00Z', '2026-11-24T08:00Z'],
    ['day', '2026-11-24T08:00Z', '2026-11-24T14:00Z', '2026-11-23T08:00Z', '2026-11-23T14:00Z'],
    ['week', '2026-11-24T08:00Z', '2026-11-24T14:00Z', '2026-11-17T08:00Z', '2026-11-17T14:00Z'],
    ['month', '2026-11-24T08:00Z', '2026-11-24T14:00Z', '2026-10-24T08:00Z', '2026-10-24T14:00Z'],
    ['before', '2026-03-01T00:00Z', '2026-04-01T00:00Z', '2026-02-01T00:00Z', '2026-03-01T00:00Z'],
    ['month', '2026-03-01T00:00Z', '2026-04-01T00:00Z', '2026-02-01T00:00Z', '2026-03-01T00:00Z'],
    ['before', '2026-01-01T00:00Z', '2026-03-01T00:00Z', '2025-11-01T00:00Z', '2026-01-01T00:00Z'],
    ['month', '2026-03-30T00:00Z', '2026-03-31T00:00Z', '2026-02-28T00:00Z', '2026-03-01T00:00Z'],
    ['month', '2028-03-31T10:00Z', '2028-03-31T12:00Z', '2028-02-29T10:00Z', '2028-02-29T12:00Z'],
  ] as const)('%s of %s – %s is %s – %s', (comparison, from, to, earlierFrom, earlierTo) => {
    expect(earlier(comparison, from, to)).toEqual([earlierFrom, earlierTo]);
  });

  test('compares days with days where the clocks change between', () => {
    const days = ['2026-10-25T23:00Z', '2026-10-27T23:00Z'] as const;
    expect(earlier('before', ...days, BERLIN)).toEqual(['2026-10-23T22:00Z', '2026-10-25T23:00Z']);
    expect(earlier('week', ...days, BERLIN)).toEqual(['2026-10-18T22:00Z', '2026-10-20T22:00Z']);
    const month = ['2026-10-31T23:00Z', '2026-11-30T23:00Z'] as const;
    expect(earlier('before', ...month, BERLIN)).toEqual(['2026-09-30T22:00Z', '2026-10-31T23:00Z']);
  });

  test('compares six hours with six hours where the clocks change in them', () => {
    const hours = ['2026-10-24T22:00Z', '2026-10-25T04:00Z'] as const;
    expect(earlier('before', ...hours, BERLIN)).toEqual(['2026-10-24T16:00Z', '2026-10-24T22:00Z']);
  });

  test('compares a range that is not over with as much of the earlier one', () => {
    const month = ['2026-11-01T00:00Z', '2026-12-01T00:00Z', 'UTC', '2026-11-24T14:30Z'] as const;
    expect(earlier('before', ...month)).toEqual(['2026-10-01T00:00Z', '2026-10-24T14:30Z']);
    const march = ['2026-03-01T00:00Z', '2026-04-01T00:00Z', 'UTC', '2026-03-30T12:00Z'] as const;
    expect(earlier('month', ...march)).toEqual(['2026-02-01T00:00Z', '2026-03-01T00:00Z']);
    const today = ['2026-11-24T00:00Z', '2026-11-25T00:00Z', 'UTC', '2026-11-24T14:30Z'] as const;
    expect(earlier('week', ...today)).toEqual(['2026-11-17T00:00Z', '2026-11-17T14:30Z']);
  });

  test('compares a month until now with the same days of the month before', () => {
    const november = ['2026-11-01T00:00Z', '2026-11-29T16:50Z'] as const;
    expect(earlier('before', ...november)).toEqual(['2026-10-01T00:00Z', '2026-10-29T16:50Z']);
    const march = ['2026-03-01T00:00Z', '2026-03-30T12:00Z'] as const;
    expect(earlier('before', ...march)).toEqual(['2026-02-01T00:00Z', '2026-03-01T00:00Z']);
    const sinceOctober = ['2026-10-01T00:00Z', '2026-11-29T16:50Z'] as const;
    expect(earlier('before', ...sinceOctober)).toEqual(['2026-08-01T00:00Z', '2026-09-29T16:50Z']);
    const ofBerlin = ['2026-10-31T23:00Z', '2026-11-29T16:50Z'] as const;
    expect(earlier('before', ...ofBerlin, BERLIN)).toEqual(['2026-09-30T22:00Z', '2026-10-29T16:50Z']);
  });

  test('compares the first day of a month with the day before', () => {
    expect(earlier('before', '2026-11-01T00:00Z', '2026-11-01T14:00Z')).toEqual([
      ...['2026-10-31T10:00Z', '2026-11-01T00:00Z'],
    ]);
  });

  test('has none for a range in the future or before 1970', () => {
    expect(earlier('week', '2027-01-01T00:00Z', '2027-01-02T00:00Z', 'UTC', '2026-11-24T00:00Z')).toBe(
      undefined,
    );
    expect(earlier('before', '1970-01-02T00:00Z', '1970-01-08T00:00Z')).toBe(undefined);
  });

  test('is before the range, as long as it is but for clock changes, and at the same local time', () => {
    const start = Date.parse('2026-01-05T00:00Z');
    const minutes = fc.integer({ min: 1, max: 40 * 24 * 60 });
    const zones = fc.constantFrom('UTC', BERLIN, 'America/St_Johns', 'Australia/Lord_Howe');
    fc.assert(
      fc.property(
        minutes,
        minutes,
        zones,
        fc.constantFrom(...COMPARISONS),
        (skip, length, zone, comparison) => {
          // Never the start of a month.
          const from = start + (skip * 8 + 1) * MINUTE;
          const to = from + length * MINUTE;
          const span = earlierSpan(comparison, { from, to }, to, zone);
          if (!span) throw new Error('no span');
          expect(span.from).toBeLessThan(from);
          if (comparison === 'before') expect(span.to).toBe(from);
          const local = (at: number) => (((at + zoneOffset(at, zone)) % DAY) + DAY) % DAY;
          const isWholeMonths = Math.abs(span.to - span.from - (to - from)) >= DAY;
          if (!isWholeMonths) expect(Math.abs(span.to - span.from - (to - from))).toBeLessThanOrEqual(HOUR);
          if (comparison !== 'before' && span.from + zoneOffset(span.from, zone) > 0) {
            const shift = Math.abs(local(span.from) - local(from));
            // A time that clocks skip is moved forward.
            expect([0, HOUR / 2, HOUR, DAY - HOUR]).toContain(shift);
          }
        },
      ),
    );
  });
});
