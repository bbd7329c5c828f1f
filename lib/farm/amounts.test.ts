import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatCostPerHour, formatHours, formatMoney } from './amounts';

test.each([
  [0, '$0.00'],
  [1204.18, '$1,204.18'],
  [0.25, '$0.25'],
  [0.674, '$0.67'],
  [0.01, '$0.01'],
  [0.0042, '< $0.01'],
  [0.996, '$1.00'],
  [-3.5, '−$3.50'],
])('formats %d US dollars as %s', (costUsd, text) => expect(formatMoney(costUsd)).toBe(text));

test.each([
  [0, '0 h'],
  [900, '0.25 h'],
  [36, '0.010 h'],
  [1, '< 0.001 h'],
  [312.4 * 3600, '312.4 h'],
  [1204 * 3600, '1,204 h'],
])('formats %d seconds as %s', (seconds, text) => expect(formatHours(seconds)).toBe(text));

test.each([
  [1.534, '$1.53 / h'],
  [0.674, '$0.67 / h'],
  [0.042, '$0.042 / h'],
  [0.0004, '< $0.001 / h'],
  [0, '$0.00 / h'],
])('formats %d US dollars per hour as %s', (costUsd, text) => expect(formatCostPerHour(costUsd)).toBe(text));

test('gives every amount its unit', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1e9, noNaN: true }), (amount) => {
      expect(formatMoney(amount)).toMatch(/^(< )?\$[\d,]+\.\d{2}$/);
      expect(formatHours(amount)).toMatch(/^(< )?[\d,.]+ h$/);
    }),
  );
});
