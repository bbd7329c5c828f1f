import { expect, test } from 'vitest';
import { DAY, HOUR, MINUTE } from './duration';
import { liveRange, stepSpan, zoomOut } from './step';

const NOW = 100 * HOUR;

test('steps by the span’s length, up to now', () => {
  expect(stepSpan({ from: 10 * HOUR, to: 12 * HOUR }, -1, NOW)).toEqual({ from: 8 * HOUR, to: 10 * HOUR });
  expect(stepSpan({ from: 10 * HOUR, to: 12 * HOUR }, 1, NOW)).toEqual({ from: 12 * HOUR, to: 14 * HOUR });
  expect(stepSpan({ from: 96 * HOUR, to: 99 * HOUR }, 1, NOW)).toEqual({ from: 97 * HOUR, to: NOW });
  expect(stepSpan({ from: HOUR, to: 3 * HOUR }, -1, NOW)).toEqual({ from: 0, to: 2 * HOUR });
});

test('zooms out around the middle, up to now', () => {
  expect(zoomOut({ from: 50 * HOUR, to: 54 * HOUR }, NOW)).toEqual({ from: 48 * HOUR, to: 56 * HOUR });
  expect(zoomOut({ from: 96 * HOUR, to: NOW }, NOW)).toEqual({ from: 92 * HOUR, to: NOW });
  expect(zoomOut({ from: 96 * HOUR, to: 104 * HOUR }, NOW)).toEqual({ from: 88 * HOUR, to: 104 * HOUR });
});

test.each([
  [30 * MINUTE, 'now-30m'],
  [90 * MINUTE, 'now-90m'],
  [12 * HOUR, 'now-12h'],
  [DAY, 'now-24h'],
  [14 * DAY, 'now-14d'],
])('writes a live range of %d ms as %s', (length, from) => {
  expect(liveRange(length)).toEqual({ from, to: 'now' });
});

test('has no live range for parts of minutes', () => {
  expect(liveRange(90_500)).toBeUndefined();
});
