import { expect, test } from 'vitest';
import type { CostCurve } from '@/lib/farm/curve/cost-curve';
import { curvePlot, nearestStop } from './curve-plot';

const curve: CostCurve = {
  span: { from: 0, to: 100 },
  known: [
    { at: 0, costUsd: 0 },
    { at: 40, costUsd: 80 },
  ],
  expected: [{ at: 100, costUsd: 200 }],
  levels: [],
  marks: [],
};

test('fits the whole span and every amount into the picture', () => {
  const { scale } = curvePlot(curve, 400, 220);
  expect([scale.x(0), scale.x(100)]).toEqual([scale.left, scale.right]);
  expect(scale.right).toBeLessThan(400);
  expect(scale.y(0)).toBe(scale.bottom);
  expect(scale.y(200)).toBeGreaterThanOrEqual(scale.top);
});

test('finds the stop nearest to an instant', () => {
  const stops = [...curve.known, ...curve.expected];
  expect([-5, 19, 21, 69, 71, 900].map((instant) => nearestStop(stops, instant))).toEqual([0, 0, 1, 1, 2, 2]);
});
