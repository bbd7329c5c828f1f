import { expect, it } from 'vitest';
import { MAX_INSTANT } from '@/lib/time/instant';
import { epochMs } from './fields';

it.each([0, Date.UTC(2300, 0, 1), MAX_INSTANT])('takes %i, which a range may have', (instant) => {
  expect(epochMs.parse(String(instant))).toBe(instant);
});

it.each(['', '-1', '1.5', '1e3', 'now', String(MAX_INSTANT + 1)])(
  'refuses %j as epoch milliseconds',
  (text) => {
    expect(epochMs.safeParse(text).success).toBe(false);
  },
);
