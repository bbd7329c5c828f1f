import { expect, it } from 'vitest';
import { DAY } from '@/lib/time/duration';
import { splitIntoWeeks } from './weeks';

const NOW = Date.parse('2026-11-24T14:32:10Z');
const days = (count: number) => ({ from: NOW - count * DAY, to: NOW });

it('keeps a week whole', () => {
  expect(splitIntoWeeks(days(7), NOW)).toEqual({ spans: [days(7)] });
});

it('splits more into at most five weeks', () => {
  const { spans, leftOut } = splitIntoWeeks(days(40), NOW);
  const hour = Date.parse('2026-11-24T15:00:00Z');
  expect(spans.map(({ from }) => (hour - from) / DAY)).toEqual([35, 28, 21, 14, 7]);
  expect(spans.map(({ to }) => to).slice(-2)).toEqual([hour - 7 * DAY, NOW]);
  expect(leftOut).toEqual({ from: NOW - 40 * DAY, to: hour - 35 * DAY });
});

it('leaves out nothing of 35 days, not even part of an hour', () => {
  const { spans, leftOut } = splitIntoWeeks(days(35), NOW);
  expect([spans.length, leftOut]).toEqual([5, undefined]);
});

it('splits at midnight UTC when AWS has only daily profiles', () => {
  const { spans, leftOut } = splitIntoWeeks({ from: NOW - 90 * DAY, to: NOW - 70 * DAY }, NOW);
  expect(spans).toHaveLength(3);
  expect(spans.slice(1).map(({ from }) => from % DAY)).toEqual([0, 0]);
  expect(spans.slice(0, -1).map(({ to }) => to)).toEqual(spans.slice(1).map(({ from }) => from));
  expect(spans.at(-1)?.to).toBe(NOW - 70 * DAY);
  expect(leftOut).toBeUndefined();
});
