import { expect, it } from 'vitest';
import { DAY } from '@/lib/time/duration';
import { weeksOf } from './weeks';

const NOW = Date.parse('2026-11-24T14:32:10Z');
const days = (count: number) => ({ from: NOW - count * DAY, to: NOW });

it('is a week at once', () => {
  expect(weeksOf(days(7), NOW)).toEqual({ spans: [days(7)] });
});

it('is more in weeks, five at most', () => {
  const { spans, leftOut } = weeksOf(days(40), NOW);
  const hour = Date.parse('2026-11-24T15:00:00Z');
  expect(spans.map(({ from }) => (hour - from) / DAY)).toEqual([35, 28, 21, 14, 7]);
  expect(spans.map(({ to }) => to).slice(-2)).toEqual([hour - 7 * DAY, NOW]);
  expect(leftOut).toEqual({ from: NOW - 40 * DAY, to: hour - 35 * DAY });
});

it('is 35 days without a word on the part of an hour before them', () => {
  const { spans, leftOut } = weeksOf(days(35), NOW);
  expect([spans.length, leftOut]).toEqual([5, undefined]);
});

it('meets at midnights UTC where AWS has only days', () => {
  const { spans, leftOut } = weeksOf({ from: NOW - 90 * DAY, to: NOW - 70 * DAY }, NOW);
  expect(spans).toHaveLength(3);
  expect(spans.slice(1).map(({ from }) => from % DAY)).toEqual([0, 0]);
  expect(spans.slice(0, -1).map(({ to }) => to)).toEqual(spans.slice(1).map(({ from }) => from));
  expect(spans.at(-1)?.to).toBe(NOW - 70 * DAY);
  expect(leftOut).toBeUndefined();
});
