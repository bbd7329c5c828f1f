import { expect, test } from 'vitest';
import { MINUTE } from '@/lib/time/duration';
import { coveredSpans } from './covered-spans';

test('joins neighbours, keeps gaps, and clips to the span', () => {
  const five = 5 * MINUTE;
  expect(coveredSpans([3 * five, 0, five, -five / 2, 9 * five], five, { from: 0, to: 4 * five })).toEqual([
    { from: 0, to: 2 * five },
    { from: 3 * five, to: 4 * five },
  ]);
});
