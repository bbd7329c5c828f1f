import { expect, it, test } from 'vitest';
import { differenceText, figureText } from './figure-text';

test.each([
  [1204.18, 'usd', '$1,204.18'],
  [0.9871, 'share', '98.71 %'],
  [79_993, 'count', '79,993'],
  [1500, 'ms', '1.5 s'],
  [0, 'usd', '$0.00'],
  [null, 'usd', 'unknown'],
] as const)('shows %s in %s as %s', (value, unit, text) => expect(figureText(value, unit)).toBe(text));

test.each([
  [10, 13.2, 'usd', '+$3.20'],
  [10, 9.999, 'usd', 'down < $0.01'],
  [0.9871, 0.975, 'share', '−1.21 pts'],
  [0.5, 0.50001, 'share', 'up < 0.01 pts'],
  [5, 5, 'count', 'same'],
  [1500, 3000, 'ms', '+1.5 s'],
] as const)('shows the difference of %d and %d in %s as %s', (kept, current, unit, text) =>
  expect(differenceText({ kept, current, unit })).toBe(text),
);

it('knows no difference of an unknown figure', () => {
  expect(differenceText({ kept: null, current: 5, unit: 'usd' })).toBe('unknown');
  expect(differenceText({ kept: 5, current: null, unit: 'usd' })).toBe('unknown');
});
