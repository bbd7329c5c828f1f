import { expect, test } from 'vitest';
import { DAY, HOUR, MINUTE } from '@/lib/time/duration';
import { lanePeriod, stretches } from './profile-spans';

const NOW = 1000 * DAY;

test.each([
  [6 * HOUR, 0, 'PT5M'],
  [12 * HOUR, 0, 'PT5M'],
  [13 * HOUR, 0, 'PT1H'],
  [6 * HOUR, 20 * DAY, 'PT1H'],
  [6 * HOUR, 80 * DAY, 'P1D'],
  [30 * DAY, 0, 'P1D'],
])('a span of %d ms that ended %d ms ago lists %s', (length, ago, period) => {
  expect(lanePeriod({ from: NOW - ago - length, to: NOW - ago }, NOW)).toBe(period);
});

test('neighbours are joined, holes stay, what is outside is cut', () => {
  const five = 5 * MINUTE;
  expect(stretches([3 * five, 0, five, -five / 2, 9 * five], five, { from: 0, to: 4 * five })).toEqual([
    { from: 0, to: 2 * five },
    { from: 3 * five, to: 4 * five },
  ]);
});
