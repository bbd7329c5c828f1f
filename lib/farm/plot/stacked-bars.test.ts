import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plotScale } from './plot-scale';
import { boxesPath, stackEnds, stackedBars, stackOf } from './stacked-bars';

const BUCKETS = [
  { from: 0, to: 100 },
  { from: 100, to: 200 },
];
const scale = plotScale({ left: 0, right: 200, top: 0, bottom: 100 }, { from: 0, to: 200 }, [0, 50, 100]);

test('stacks layers from the bottom, and draws nothing for nothing', () => {
  const [lower, upper] = stackedBars(
    BUCKETS,
    [
      [10, undefined],
      [20, 30],
    ],
    scale,
  );
  expect(lower).toEqual([{ x: 6, y: 90, width: 88, height: 10 }, undefined]);
  expect(upper).toEqual([
    { x: 6, y: 70, width: 88, height: 20 },
    { x: 106, y: 70, width: 88, height: 30 },
  ]);
  expect(stackOf([lower ?? [], upper ?? []], 0)).toEqual({ x: 6, y: 70, width: 88, height: 30 });
  expect(stackOf([lower ?? []], 1)).toBeUndefined();
});

test('stacks credits below zero', () => {
  const signed = plotScale({ left: 0, right: 200, top: 0, bottom: 100 }, { from: 0, to: 200 }, [-50, 0, 50]);
  const [cost, credit] = stackedBars(BUCKETS, [[30], [-20]], signed);
  expect(cost?.[0]).toMatchObject({ y: 20, height: 30 });
  expect(credit?.[0]).toMatchObject({ y: 50, height: 20 });
  expect(stackEnds([[30], [-20]], 1)).toEqual([30, -20]);
});

test('draws boxes as one path', () => {
  expect(boxesPath([{ x: 1, y: 2.256, width: 3, height: 4 }, undefined])).toBe('M1 2.26h3v4h-3z');
});

test('keeps the height of each stack proportional to its sum, and bars apart', () => {
  const amounts = fc.array(fc.double({ min: 0, max: 10, noNaN: true }), { minLength: 2, maxLength: 2 });
  fc.assert(
    fc.property(fc.array(amounts, { minLength: 1, maxLength: 8 }), (layers) => {
      const boxes = stackedBars(BUCKETS, layers, scale);
      for (const bucket of BUCKETS.keys()) {
        const sum = layers.reduce((all, layer) => all + (layer[bucket] ?? 0), 0);
        expect(stackOf(boxes, bucket)?.height ?? 0).toBeCloseTo(sum, 6);
      }
      const [first, second] = [stackOf(boxes, 0), stackOf(boxes, 1)];
      if (first && second) expect(first.x + first.width).toBeLessThan(second.x);
    }),
  );
});
