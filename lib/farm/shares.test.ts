import { expect, test } from 'vitest';
import { formatShare } from './shares';

test.each([
  [0, '0 %'],
  [0.0004, '< 1 %'],
  [0.01, '1 %'],
  [0.375, '38 %'],
  [0.994, '99 %'],
  [0.9999, '99 %'],
  [1, '100 %'],
  [1.001, '> 100 %'],
  [1.2, '120 %'],
  [23.456, '2,346 %'],
  [0.9996, '99 %'],
  [0.006, '< 1 %'],
  [-0.25, '−25 %'],
  [-0.004, '> −1 %'],
  [-0.999, '−99 %'],
  [Number.NaN, '–'],
  [1 / 0, '–'],
])('shows %d as %s', (share, text) => {
  expect(formatShare(share)).toBe(text);
});
