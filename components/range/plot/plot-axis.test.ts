import { expect, test } from 'vitest';
import { HOUR, MINUTE } from '@/lib/time/duration';
import { draggedSpan, instantAt, shareOf } from './plot-axis';

const axis = { span: { from: 0, to: 1000 }, left: 50, right: 50 };
const box = { left: 10, width: 200 };

test('finds the instant under the pointer, not outside of the axis', () => {
  expect([60, 110, 160, 0, 999].map((x) => instantAt(axis, box, x))).toEqual([0, 500, 999, 0, 999]);
});

test('places an instant between the ends of the axis', () => {
  expect([-1, 0, 250, 1000, 2000].map((at) => shareOf(at, axis.span))).toEqual([0, 0, 0.25, 1, 1]);
});

test('rounds the ends of a drag as finely as the chart can show', () => {
  const wide = { left: 0, width: 720 };
  const hours = { span: { from: 0, to: 6 * HOUR } };
  expect(draggedSpan(2 * HOUR + 32_345, HOUR - 12_345, hours, wide)).toEqual({
    from: HOUR,
    to: 2 * HOUR + MINUTE,
  });
  const days = { span: { from: 0, to: 240 * HOUR } };
  expect(draggedSpan(HOUR + 123, 3 * HOUR + 1, days, wide)).toEqual({ from: HOUR, to: 3 * HOUR });
});

test('keeps the ends of a drag inside of the axis and apart', () => {
  const minute = { span: { from: 500, to: 60_500 } };
  const narrow = { left: 0, width: 100 };
  expect(draggedSpan(500, 60_499, minute, narrow)).toEqual({ from: 500, to: 60_500 });
  expect(draggedSpan(60_499, 60_499, minute, narrow)).toEqual({ from: 59_500, to: 60_500 });
});
