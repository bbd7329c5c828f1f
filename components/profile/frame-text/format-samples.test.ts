import { expect, test } from 'vitest';
import { shortCount } from './format-samples';

test.each([
  [0, '0'],
  [3.5, '3.5'],
  [999_999, '999,999'],
  [1_000_000, '1.0 M'],
  [45_000_150_000, '45.0 B'],
  [999_949_000, '999.9 M'],
  [999_950_000, '1.0 B'],
  [2.5e15, '2500.0 T'],
])('%d in short is %s', (count, text) => expect(shortCount(count)).toBe(text));
