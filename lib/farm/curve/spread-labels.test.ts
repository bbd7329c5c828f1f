import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spreadLabels } from './spread-labels';

test('moves labels apart only where they overlap', () => {
  expect(spreadLabels([10, 50], 14, 100)).toEqual([10, 50]);
  expect(spreadLabels([50, 48, 90], 14, 100)).toEqual([62, 48, 90]);
  expect(spreadLabels([98, 99], 14, 100)).toEqual([86, 100]);
});

test('labels that have room never overlap, keep their order and stay inside', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 7 }), (positions) => {
      const spread = spreadLabels(positions, 14, 100);
      const sorted = [...spread].sort((a, b) => a - b);
      for (const [at, y] of sorted.entries()) {
        expect(y).toBeGreaterThanOrEqual(0);
        expect(y).toBeLessThanOrEqual(100);
        expect(y - (sorted[at - 1] ?? -14)).toBeGreaterThanOrEqual(14);
      }
      for (const [a, x] of positions.entries())
        for (const [b, y] of positions.entries()) if (x < y) expect(spread[a]).toBeLessThan(spread[b] ?? 0);
    }),
  );
});
