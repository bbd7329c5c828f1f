import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatNumber } from './format-number';

test.each([
  [0, 0, '0'],
  [999, 0, '999'],
  [1000, 0, '1,000'],
  [-1_234_567.5, 0, '-1,234,568'],
  [-0.4, 0, '0'],
  [3.5, 1, '3.5'],
  [3.04, 1, '3'],
  [99_999.96, 1, '100,000'],
])('%d with up to %d decimals is %s', (value, decimals, text) => {
  expect(formatNumber(value, decimals)).toBe(text);
});

test('formats whole numbers like the browser’s own formatter', () => {
  const own = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0, signDisplay: 'negative' });
  const number = fc.oneof(fc.double({ noNaN: true, min: -1e15, max: 1e15 }), fc.maxSafeInteger());
  fc.assert(
    fc.property(number, (value) => {
      expect(formatNumber(value)).toBe(own.format(value));
    }),
  );
});

test('rounds to decimals as toFixed does', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, min: -1e9, max: 1e9 }), fc.nat({ max: 4 }), (value, decimals) => {
      const text = formatNumber(value, decimals);
      expect(Number(text.replaceAll(',', ''))).toBeCloseTo(Number(value.toFixed(decimals)), 9);
      expect(text).toMatch(/^-?\d{1,3}(,\d{3})*(\.\d*[1-9])?$/);
    }),
  );
});
