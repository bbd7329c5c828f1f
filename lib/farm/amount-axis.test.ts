import fc from 'fast-check';
import { expect, test } from 'vitest';
import { amountAxis } from './amount-axis';
import { MEASURES } from './amounts';

const written = (amounts: (number | undefined)[], measure: 'costUsd' | 'runtimeSeconds' = 'costUsd') => {
  const { marks, format } = amountAxis(amounts, measure);
  return marks.map(format);
};

test.each([
  [2.2, ['$0.00', '$0.50', '$1.00', '$1.50', '$2.00', '$2.50']],
  [0.6, ['$0.00', '$0.20', '$0.40', '$0.60']],
  [0.004, ['$0.000', '$0.001', '$0.002', '$0.003', '$0.004']],
  [7, ['$0', '$2', '$4', '$6', '$8']],
  [4100, ['$0', '$1,000', '$2,000', '$3,000', '$4,000', '$5,000']],
  [150_000, ['$0K', '$50K', '$100K', '$150K']],
  [0, ['$0.00', '$0.20']],
])('marks an axis up to %d US dollars', (max, marks) => expect(written([max, undefined])).toEqual(marks));

test('shows runtimes in hours, and amounts below zero', () => {
  expect(written([350 * 3600], 'runtimeSeconds')).toEqual(['0 h', '100 h', '200 h', '300 h', '400 h']);
  expect(written([1.2 * 3600], 'runtimeSeconds')).toEqual(['0.0 h', '0.5 h', '1.0 h', '1.5 h']);
  expect(written([-1.5, 1])).toEqual(['−$1.50', '−$1.00', '−$0.50', '$0.00', '$0.50', '$1.00']);
});

test('covers every amount with few, distinct marks of equal decimals', () => {
  const amount = fc.double({ min: 1e-6, max: 1e12, noNaN: true });
  fc.assert(
    fc.property(fc.array(amount, { minLength: 1 }), fc.constantFrom(...MEASURES), (amounts, measure) => {
      const { marks, format } = amountAxis(amounts, measure);
      const max = Math.max(...amounts) / (measure === 'costUsd' ? 1 : 3600);
      expect(marks[0]).toBe(0);
      expect(marks.at(-1)).toBeGreaterThanOrEqual(max * (1 - 1e-6));
      expect(marks.length).toBeLessThanOrEqual(7);
      const words = marks.map(format);
      expect(new Set(words).size).toBe(words.length);
      expect(new Set(words.map((word) => word.match(/\.(\d+)/)?.[1]?.length ?? 0)).size).toBe(1);
    }),
  );
});
