import { expect, test } from 'vitest';
import { intervalText, stopAmount } from './curve-text';

test('writes known amounts to the cent, and expected ones as estimates', () => {
  expect(stopAmount({ costUsd: 5012.33, isKnown: true })).toBe('$5,012.33');
  expect(stopAmount({ costUsd: 5012.33, isKnown: false })).toBe('about $5,012');
  expect(intervalText({ from: 86.4, to: 5012.33 })).toBe('$86.40 – $5,012');
});
