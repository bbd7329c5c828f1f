import { expect, it } from 'vitest';
import { DAY, HOUR, MINUTE } from '@/lib/time/duration';
import { STRIP_PERIODS } from './profile-periods';
import { MAX_SPARKLINE_BARS, sparklineRequest, sparklineStarts } from './sparkline';

const NOW = Date.parse('2026-11-24T14:00:00Z');
const lastOf = (length: number) => ({ from: NOW - length, to: NOW });

it.each([
  [HOUR, 'PT5M'],
  [6 * HOUR, 'PT5M'],
  [7 * HOUR, 'PT1H'],
  [3 * DAY, 'PT1H'],
  [7 * DAY, 'P1D'],
] as const)('draws few bars for a range of %i ms: profiles of %s', (length, period) => {
  const request = sparklineRequest('shop', lastOf(length), NOW);
  expect(request.period).toBe(period);
  expect(length / STRIP_PERIODS[period]).toBeLessThanOrEqual(MAX_SPARKLINE_BARS);
});

it('draws the newest profiles of a range that has too many days, and counts the others', () => {
  const span = lastOf(100 * DAY);
  const request = sparklineRequest('shop', span, NOW);
  const starts = Array.from({ length: 100 }, (_, i) => NOW - (i + 1) * DAY);
  const { drawn, leftOutCount } = sparklineStarts(starts, request, span);
  expect(leftOutCount).toBe(100 - MAX_SPARKLINE_BARS);
  expect([drawn[0], drawn.at(-1)]).toEqual([NOW - MAX_SPARKLINE_BARS * DAY, NOW - DAY]);
});

it('draws a profile that began before the range and reaches into it', () => {
  const span = { from: NOW - 8 * HOUR - 5 * MINUTE, to: NOW };
  const request = sparklineRequest('shop', span, NOW);
  expect(request.startTime).toBeLessThanOrEqual(NOW - 9 * HOUR);
  expect(sparklineStarts([NOW - 10 * HOUR, NOW - 9 * HOUR], request, span).drawn).toEqual([NOW - 9 * HOUR]);
});

it.each([
  ['2026-11-24T08:32:00Z', '2026-11-24T14:32:00Z', 73],
  ['2026-11-24T08:30:00Z', '2026-11-24T14:30:00Z', 72],
])('draws every profile that overlaps six hours from %s', (from, to, count) => {
  const span = { from: Date.parse(from), to: Date.parse(to) };
  const request = sparklineRequest('shop', span, span.to);
  const starts = Array.from({ length: 80 }, (_, i) => NOW - 6 * HOUR + i * 5 * MINUTE);
  const { drawn, leftOutCount } = sparklineStarts(starts, request, span);
  expect([drawn.length, leftOutCount]).toEqual([count, 0]);
});

it('makes one request for a range that moves within a period', () => {
  const at = (minute: number) =>
    sparklineRequest('shop', { from: NOW + minute * MINUTE - HOUR, to: NOW + minute * MINUTE }, NOW + HOUR);
  expect(at(1)).toEqual(at(4));
  expect(at(1)).not.toEqual(at(6));
});
