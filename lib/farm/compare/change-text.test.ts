import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatMoney } from '../amounts';
import { changeText, growthText } from './change-text';

test.each([
  [1204.18, 1074.11, '+12 % from $1,074.11'],
  [102.5, 100, '+2.5 % from $100.00'],
  [50, 100, '−50 % from $100.00'],
  [0, 100, '−100 % from $100.00'],
  [100.001, 100, 'same as before'],
  [140, 10, '× 14 from $10.00'],
  [5, 0, 'none before'],
  [0, 0, 'none before either'],
  [5, -1, '−$1.00 before'],
  [Number.NaN, 3, '$3.00 before'],
  [3, Number.NaN, 'unknown before'],
])('writes %d after %d as %s', (now, before, text) => {
  expect(changeText(now, before, formatMoney)).toBe(text);
});

test.each([
  [0.0995, '+10 %'],
  [0.0994, '+9.9 %'],
  [-0.07, '−7.0 %'],
  [-0.995, '−99.5 %'],
  [0.0004, '< +0.1 %'],
  [-0.0004, '> −0.1 %'],
  [-0.9999, '−99.9 %'],
  [-1, '−100 %'],
  [9.99, '+999 %'],
])('writes a growth of %d as %s', (growth, text) => expect(growthText(growth)).toBe(text));

test('never writes something as nothing or a part as all', () => {
  fc.assert(
    fc.property(fc.double({ min: -0.999999, max: 50, noNaN: true }), (growth) => {
      if (growth !== 0) expect(growthText(growth)).not.toMatch(/^[+−]?0(\.0)? %/);
      expect(growthText(growth)).not.toBe('−100 %');
    }),
  );
});
