import { expect, test } from 'vitest';
import { counted } from './counted';

test.each([
  [1, undefined, '1 retry'],
  [0, 'retries', '0 retries'],
  [1200, 'retries', '1,200 retries'],
  [2, 'retries', '2 retries'],
] as const)('counts %d', (count, plural, text) => expect(counted(count, 'retry', plural)).toBe(text));
