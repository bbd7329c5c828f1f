import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HOUR, MINUTE } from '@/lib/time/duration';
import { fitView, isWhole, panView, parseView, viewAround, viewText, zoomView } from './view';

const RANGE = { from: 0, to: 6 * HOUR };

test('zooms around an instant, which keeps its place', () => {
  const view = zoomView(RANGE, RANGE, 0.5, 2 * HOUR);
  expect(view).toEqual({ from: HOUR, to: 4 * HOUR });
  expect(zoomView(view, RANGE, 2, 2 * HOUR)).toEqual(RANGE);
});

test('shows a part of the range with both of its ends', () => {
  expect(viewAround({ from: 2 * HOUR, to: 3 * HOUR }, RANGE)).toEqual({ from: HOUR, to: 4 * HOUR });
  expect(viewAround({ from: 5 * HOUR, to: 6 * HOUR }, RANGE)).toEqual({ from: 3 * HOUR, to: 6 * HOUR });
  expect(viewAround(RANGE, RANGE)).toEqual(RANGE);
});

test('stays within the range, and at least five minutes long', () => {
  const instant = fc.integer({ min: -HOUR, max: 7 * HOUR });
  fc.assert(
    fc.property(
      instant,
      fc.nat(7 * HOUR),
      fc.double({ min: 0.01, max: 100, noNaN: true }),
      instant,
      (from, length, factor, around) => {
        for (const view of [
          fitView({ from, to: from + length }, RANGE),
          zoomView({ from, to: from + length + 1 }, RANGE, factor, around),
          panView({ from, to: from + length }, RANGE, factor),
        ]) {
          expect(view.from).toBeGreaterThanOrEqual(RANGE.from);
          expect(view.to).toBeLessThanOrEqual(RANGE.to);
          expect(view.to - view.from).toBeGreaterThanOrEqual(5 * MINUTE);
        }
      },
    ),
  );
});

test('reads a view from a link', () => {
  expect(parseView(viewText({ from: 1, to: 2 }))).toEqual({ from: 1, to: 2 });
  expect(['', '1', '2-1', '1-1', 'a-b', '-1-2', '1-2-3'].map(parseView)).toEqual(Array(7).fill(undefined));
  expect([isWhole(RANGE, RANGE), isWhole({ from: 1, to: 2 }, RANGE)]).toEqual([true, false]);
});
