import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DAY, MINUTE } from '@/lib/time/duration';
import { isRetained } from './aggregation';
import { coarsestCover, endOf } from './cover';

const now = Date.parse('2026-11-24T14:32:10Z');
const at = (time: string) => Date.parse(`2026-11-${time}Z`);
const cover = (from: string, to: string, postedUntil = now) =>
  coarsestCover({ from: at(from), to: at(to) }, now, postedUntil).map(
    ({ aggregation, start }) => `${aggregation.period} ${new Date(start).toISOString().slice(8, 16)}`,
  );

it('uses the coarsest profiles that lie completely inside', () => {
  expect(cover('20T22:53:00', '22T01:07:00')).toEqual([
    'PT5M 20T22:55',
    'PT1H 20T23:00',
    'P1D 21T00:00',
    'PT1H 22T00:00',
    'PT5M 22T01:00',
  ]);
});

it('uses an unfinished window when everything posted lies inside', () => {
  expect(cover('24T00:00:00', '24T14:32:10')).toEqual(['P1D 24T00:00']);
  expect(cover('24T14:30:00', '24T14:32:10')).toEqual(['PT5M 24T14:30']);
  expect(cover('24T14:25:00', '24T14:32:09')).toEqual(['PT5M 24T14:25']);
  expect(cover('24T14:25:00', '24T14:32:00', at('24T14:31:00'))).toEqual(['PT5M 24T14:25', 'PT5M 24T14:30']);
});

it('never overlaps, exceeds the range or uses expired profiles, and omits no available 5 minutes', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 70 * DAY }),
      fc.integer({ min: 1, max: 7 * DAY }),
      (age, length) => {
        const span = { from: now - age - length, to: now - age };
        const blocks = coarsestCover(span, now, now);
        let covered = span.from;
        for (const block of blocks) {
          expect(block.start).toBeGreaterThanOrEqual(covered);
          expect(Math.min(endOf(block), now)).toBeLessThanOrEqual(span.to);
          expect(isRetained(block.aggregation, block.start, now)).toBe(true);
          covered = endOf(block);
        }
        const fits = length >= 10 * MINUTE && age + length < 15 * DAY;
        if (fits) expect(covered).toBeGreaterThan(span.to - 5 * MINUTE);
      },
    ),
  );
});
