import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DAY, HOUR } from '@/lib/time/duration';
import { changedCost, costOfShare, pricedCost } from './frame-cost';

it('is the price of an hour for each instance and each hour', () => {
  expect(pricedCost(0.5, 6, 2 * HOUR)).toEqual({ usd: 6, ms: 2 * HOUR });
  expect(pricedCost(0.5, 2.5, HOUR / 2)).toEqual({ usd: 0.625, ms: HOUR / 2 });
  expect(pricedCost(0.34, 6, 0)).toBeUndefined();
});

it('gives a frame its share of the cost, in an hour and in a year of 365 days', () => {
  const cost = costOfShare(0.25, { usd: 12, ms: 6 * HOUR });
  expect(cost).toEqual({ all: 3, hour: 0.5, year: 0.5 * 365 * 24 });
});

it('compares profiles of different lengths by the hour', () => {
  const before = costOfShare(0.5, { usd: 24, ms: DAY });
  const after = costOfShare(0.25, { usd: 1, ms: HOUR });
  expect(changedCost(before, after)).toEqual({ hour: -0.25, year: -0.25 * 365 * 24 });
});

it('splits the whole cost among shares that add up to one', () => {
  const positive = fc.double({ min: 1e-6, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(fc.array(positive, { minLength: 1 }), positive, positive, (samples, usd, ms) => {
      const whole = samples.reduce((sum, each) => sum + each, 0);
      const parts = samples.map((each) => costOfShare(each / whole, { usd, ms }));
      const sum = (kind: 'all' | 'hour' | 'year') => parts.reduce((all, part) => all + part[kind], 0);
      const all = costOfShare(1, { usd, ms });
      for (const kind of ['all', 'hour', 'year'] as const) expect(sum(kind) / all[kind]).toBeCloseTo(1, 9);
    }),
  );
});
