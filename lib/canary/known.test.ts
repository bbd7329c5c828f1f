import { expect, test } from 'vitest';
import { DAY } from '@/lib/time/duration';
import { isPastRetention, isSpanKnown, knownFrom, knownUntil } from './known';

const NOW = 10 * DAY;
const canary = {
  name: 'login',
  state: 'RUNNING',
  tags: {},
  successRetentionDays: 2,
  failureRetentionDays: 7,
};

test('knows what is both loaded and retained', () => {
  expect(knownFrom({ runs: [], from: 9 * DAY }, canary, NOW)).toBe(9 * DAY);
  expect(knownFrom({ runs: [], from: Number.NEGATIVE_INFINITY }, canary, NOW)).toBe(8 * DAY);
});

test('knows nothing that AWS has deleted since the present of a link', () => {
  const loaded = { runs: [], from: Number.NEGATIVE_INFINITY, asOf: NOW + 5 * DAY };
  expect(knownFrom(loaded, canary, NOW)).toBe(13 * DAY);
});

test('knows runs that were recorded before AWS deleted them', () => {
  const loaded = { runs: [], from: DAY, completeFrom: 2 * DAY };
  expect(knownFrom(loaded, canary, NOW)).toBe(2 * DAY);
  expect(knownFrom({ ...loaded, from: 4 * DAY }, canary, NOW)).toBe(4 * DAY);
  const isPast = (to: number) => isPastRetention(loaded, canary, { span: { from: 0, to }, now: NOW });
  expect([isPast(2 * DAY), isPast(2 * DAY + 1)]).toEqual([true, false]);
});

test('knows nothing after the newest runs were listed', () => {
  const loaded = { runs: [], from: 0 };
  expect([knownUntil({ ...loaded, asOf: 9 * DAY }, NOW), knownUntil(loaded, NOW)]).toEqual([9 * DAY, NOW]);
});

test('knows dry runs as far as they are loaded', () => {
  const loaded = { runs: [], from: DAY };
  expect(knownFrom(loaded, undefined, NOW)).toBe(DAY);
  const viewed = { span: { from: DAY, to: NOW }, now: NOW };
  expect([isSpanKnown(loaded, undefined, viewed), isSpanKnown(loaded, canary, viewed)]).toEqual([
    true,
    false,
  ]);
});
