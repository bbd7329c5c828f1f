import fc from 'fast-check';
import { expect, it } from 'vitest';
import { TwoLevels } from './two-levels';

const squaredError = (values: readonly number[]) => {
  const mean = values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  return values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
};

it('splits where two levels leave the least squared error, as every split tried shows', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 50 }), { minLength: 2, maxLength: 30 }), (values) => {
      const levels = new TwoLevels(values);
      const errorAt = (split: number) =>
        squaredError(values.slice(0, split)) + squaredError(values.slice(split));
      const split = levels.bestSplit(0, values.length) ?? 0;
      const least = Math.min(...values.slice(1).map((_, i) => errorAt(i + 1)));
      expect(errorAt(split)).toBeCloseTo(least, 6);
      const deviation = levels.deviation(0, split, values.length);
      expect(deviation ** 2 * Math.max(1, values.length - 2)).toBeCloseTo(least, 6);
    }),
  );
});

it('has no split of less than two values', () => {
  expect(new TwoLevels([]).bestSplit(0, 0)).toBeUndefined();
  expect(new TwoLevels([1, 2]).bestSplit(1, 2)).toBeUndefined();
});
