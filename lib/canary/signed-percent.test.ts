import { expect, test } from 'vitest';
import { signedPercent } from './signed-percent';

test.each([
  [0.5, '+50 %'],
  [-0.25, '−25 %'],
  [0.004, '±0 %'],
  [-0.004, '±0 %'],
  [0, '±0 %'],
])('writes a change of %d as %s', (change, text) => expect(signedPercent(change)).toBe(text));
