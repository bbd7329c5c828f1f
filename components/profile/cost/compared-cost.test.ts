import { expect, it } from 'vitest';
import { HOUR } from '@/lib/time/duration';
import { comparedCost } from './compared-cost';

it('compares what a part of each side cost by the hour and by the year', () => {
  const costs = { baseline: { usd: 12, ms: 6 * HOUR }, comparison: { usd: 3, ms: HOUR } };
  const compared = comparedCost({ baseline: 0.5, comparison: 0.25 }, costs);
  expect(compared.baseline).toEqual({ all: 6, hour: 1, year: 8760 });
  expect(compared.comparison).toEqual({ all: 0.75, hour: 0.75, year: 6570 });
  expect(compared.change).toEqual({ hour: -0.25, year: -2190 });
});
