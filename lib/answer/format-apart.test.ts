import { expect, test } from 'vitest';
import { formatApart } from './format-apart';

test.each([
  [2.88, 1, [0, 36], '2.9'],
  [0, 1, [0, 3], '0'],
  [3, 1, [0, 3], '3'],
  [0.001, 1, [0], '0.001'],
  [0.00001, 1, [0], '0.00001'],
  [0.96, 1, [0, 1], '0.96'],
  [1.004, 2, [0, 1], '1.004'],
  [0.99999, 2, [0, 1], '0.99999'],
  [1234.04, 1, [0, 1234], '1,234.04'],
])('writes %d with %d decimals or as many as tell it from %j: %s', (value, decimals, others, text) => {
  expect(formatApart(value, decimals, others)).toBe(text);
});
