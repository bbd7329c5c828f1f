import { expect, test } from 'vitest';
import { type CostCurve, curveAmounts, curveStops } from './cost-curve';

const curve: CostCurve = {
  span: { from: 0, to: 10 },
  known: [
    { at: 0, costUsd: 0 },
    { at: 4, costUsd: 8 },
  ],
  expected: [
    { at: 4, costUsd: 8, interval: { from: 8, to: 8 } },
    { at: 10, costUsd: 20, interval: { from: 15, to: 25 } },
  ],
  levels: [{ name: 'limit', costUsd: 30 }],
  marks: [],
};

test('stops once where the known amounts end and the expected ones begin', () => {
  expect(curveStops(curve).map(({ at, isKnown }) => [at, isKnown])).toEqual([
    [0, true],
    [4, true],
    [10, false],
  ]);
  expect(curveStops({ ...curve, expected: [] })).toHaveLength(2);
});

test('has room for intervals and levels on the axis', () => {
  expect(Math.max(...curveAmounts(curve))).toBe(30);
  expect(Math.max(...curveAmounts({ ...curve, levels: [] }))).toBe(25);
});
