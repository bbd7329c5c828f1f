import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatPercent, roundedPercent } from './rounded-percent';

test.each([
  [1, 2, '100 %'],
  [0.99999, 2, '99.99 %'],
  [0.9982, 2, '99.82 %'],
  [20 / 22, 2, '90.91 %'],
  [504 / 567, 2, '88.89 %'],
  [0.29, 2, '29 %'],
  [2469 / 20_000, 2, '12.35 %'],
  [0.000_001, 2, '0.01 %'],
  [0, 2, '0 %'],
  [0.996, 0, '99 %'],
  [0.004, 0, '1 %'],
  [1.2, 0, '120 %'],
])('formats %d with %d decimals as %s', (share, decimals, text) =>
  expect(formatPercent(share, decimals)).toBe(text),
);

test('is within half a step of the share, and within one beside 0 and 100 %', () => {
  fc.assert(
    fc.property(fc.nat(5000), fc.nat(5000), fc.nat(3), (one, other, decimals) => {
      const [part, whole] = [Math.min(one, other), Math.max(one, other, 1)];
      const percent = roundedPercent(part / whole, decimals);
      const step = 10 ** -decimals;
      const isBesideEnd = percent === step || percent === 100 - step;
      const most = isBesideEnd ? step : step / 2;
      expect(Math.abs(percent - (100 * part) / whole)).toBeLessThanOrEqual(most + 1e-5);
      expect(percent === 0).toBe(part === 0);
      expect(percent === 100).toBe(part === whole);
    }),
  );
});
