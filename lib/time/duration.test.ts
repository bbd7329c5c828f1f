import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DAY, formatDuration, HOUR, MINUTE, parseDuration, SECOND } from './duration';

test.each([
  ['P1DT1H1M1S', DAY + HOUR + MINUTE + SECOND],
  ['PT5M', 5 * MINUTE],
  ['P2W', 14 * DAY],
  ['PT0.5S', 500],
])('parses %s as %d ms', (text, ms) => {
  expect(parseDuration(text)).toBe(ms);
});

test.each([
  '',
  'P',
  'PT',
  'P1DT',
  'PT0S',
  'P0D',
  '-PT1M',
  'P1M',
  'P1Y',
  '1H',
  'PT1',
  'PT1H ',
  'P1W1D',
  'PT-1M',
])('rejects %j', (text) => {
  expect(parseDuration(text)).toBeUndefined();
});

test('parses a duration as the sum of its parts', () => {
  const part = fc.integer({ min: 0, max: 500 });
  fc.assert(
    fc.property(part, part, part, fc.integer({ min: 1, max: 500 }), (d, h, m, s) => {
      expect(parseDuration(`P${d}DT${h}H${m}M${s}S`)).toBe(d * DAY + h * HOUR + m * MINUTE + s * SECOND);
    }),
  );
});

test.each([
  [0, '0 ms'],
  [850, '850 ms'],
  [999.7, '1.0 s'],
  [9960, '10 s'],
  [1500, '1.5 s'],
  [59_600, '1 min'],
  [2 * HOUR + 5 * MINUTE, '2 h 5 min'],
  [3 * DAY + 4 * HOUR + 5 * MINUTE, '3 d 4 h'],
  [DAY + 5 * MINUTE, '1 d'],
  [-MINUTE, '−1 min'],
])('formats %d ms as %s', (ms, text) => {
  expect(formatDuration(ms)).toBe(text);
});
