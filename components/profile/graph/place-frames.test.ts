import fc from 'fast-check';
import { expect, it } from 'vitest';
import { foldFrames } from '@/lib/profile/graph/fold-frames';
import { arbitraryTree } from '@/lib/profile/testing/arbitrary-tree';
import { samplesOf } from '@/lib/profile/transform/screen';
import { placeFrames } from './place-frames';

it('places frames on their parents, from the left, as wide as their samples', () => {
  fc.assert(
    fc.property(arbitraryTree, fc.integer({ min: 50, max: 2000 }), (tree, px) => {
      const samples = {
        total: samplesOf(tree, tree.states),
        self: samplesOf(tree, tree.states, 'self'),
      };
      const folded = foldFrames(tree, samples, { focus: 0, px });
      const whole = folded[0]?.samples ?? 0;
      fc.pre(whole > 0);
      const placed = placeFrames(folded);
      for (const [index, { parent, row, x, width, samples: own }] of placed.entries()) {
        expect(row).toBe(folded[index]?.row);
        expect(width).toBeCloseTo(own / whole, 9);
        const previous = placed.filter((other, place) => other.parent === parent && place < index);
        const from = placed[parent]?.x ?? 0;
        expect(x).toBeCloseTo(
          previous.reduce((sum, other) => sum + other.width, from),
          9,
        );
      }
    }),
  );
});

it('places nothing without frames', () => {
  expect(placeFrames([])).toEqual([]);
});
