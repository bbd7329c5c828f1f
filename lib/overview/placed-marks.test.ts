import { expect, test } from 'vitest';
import { placedMarks } from './placed-marks';

const SPAN = { from: 1000, to: 2000 };
const notes = (...starts: number[]) => starts.map((from) => ({ from }));
const placed = (starts: number[], width = 1000) =>
  placedMarks(notes(...starts), SPAN, width).map(({ x, items }) => [x, items.map(({ from }) => from)]);

test('marks notes where they are, and those close together once', () => {
  expect(placed([1100, 1110, 1123, 1500])).toEqual([
    [100, [1100, 1110, 1123]],
    [500, [1500]],
  ]);
});

test('keeps the marks of notes before the start and at the end on the axis', () => {
  expect(placed([500, 1999])).toEqual([
    [0, [500]],
    [988, [1999]],
  ]);
});

test('has at most one mark for each 24 pixels of ten thousand notes', () => {
  const marks = placed(
    Array.from({ length: 10_000 }, (_, n) => 1000 + n / 10),
    720,
  );
  expect(marks.length).toBeLessThanOrEqual(30);
  expect(placed([1000], 0)).toEqual([[0, [1000]]]);
});
