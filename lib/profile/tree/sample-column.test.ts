import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decodeProfile } from '../codec/decode';
import { encodeIon, encodeJson } from '../codec/encode';
import { packProfile, unpackProfile } from '../codec/packed';
import { arbitraryTree } from '../testing/arbitrary-tree';
import { asShares, differenceOf } from '../transform/difference';
import { mergeTrees } from '../transform/merge';
import { samplesOf } from '../transform/screen';
import type { CallTree } from './call-tree';
import { CallTreeBuilder } from './call-tree-builder';
import { cutAtDepth } from './cut-at-depth';
import { withSamples } from './sample-column';

const MAX = 2 ** 32 - 1;

/** One stack with samples in each of its frames. */
function chain(...samples: number[]): CallTree {
  const builder = new CallTreeBuilder();
  samples.forEach((count, depth) => {
    builder.open(`f${depth}`);
    builder.count('RUNNABLE', count);
  });
  return builder.finish();
}

it('a column is widened by the first value that doesn’t fit', () => {
  const column = Uint32Array.of(1, 2);
  expect(withSamples(column, 1, MAX)).toBe(column);
  expect(withSamples(column, 0, 2 ** 32)).toEqual(Float64Array.of(2 ** 32, MAX));
  expect(withSamples(Uint32Array.of(1, 2), 0, 0.5)).toEqual(Float64Array.of(0.5, 2));
});

it('self and total columns are widened independently', () => {
  expect(chain(MAX - 1, 1)).toMatchObject({
    self: [Uint32Array.of(0, MAX - 1, 1)],
    total: [Uint32Array.of(MAX, MAX, 1)],
  });
  expect(chain(MAX, 1)).toMatchObject({
    self: [Uint32Array.of(0, MAX, 1)],
    total: [Float64Array.of(2 ** 32, 2 ** 32, 1)],
  });
  expect(chain(2 ** 52, 0.5).self).toEqual([Float64Array.of(0, 2 ** 52, 0.5)]);
});

it('merging, cutting and summing widen columns whose values get too large', () => {
  const large = chain(MAX, 1);
  expect(mergeTrees([large, large]).self).toEqual([Float64Array.of(0, 2 * MAX, 2)]);
  expect(cutAtDepth(large, 1).self).toEqual([Float64Array.of(0, 2 ** 32)]);
  const states = ['a', 'b'];
  const twice: CallTree = {
    ...large,
    states,
    self: [...large.self, ...large.self],
    total: [...large.total, ...large.total],
  };
  expect(samplesOf(twice, states, 'self')).toEqual(Float64Array.of(0, 2 * MAX, 2));
  expect(large.self).toEqual([Uint32Array.of(0, MAX, 1)]);
});

it('shares of integer samples are fractions', () => {
  const side = { tree: chain(1, 3), states: ['RUNNABLE'] };
  expect(asShares(differenceOf(side, side)).self).toEqual(Array(2).fill(Float64Array.of(0, 0.25, 0.75)));
});

/** For each sample column of a tree: whether it is narrow, and whether its values fit in a narrow one. */
const widthsOf = ({ self, total }: CallTree) =>
  [...self, ...total].map((column) => [
    column instanceof Uint32Array,
    column.every((samples) => samples >>> 0 === samples),
  ]);

it('a decoded profile has columns as narrow as possible', () => {
  fc.assert(
    fc.property(arbitraryTree, (tree) => {
      const profile = { tree, sampleWeights: {} };
      for (const bytes of [encodeJson(profile), encodeIon(profile)]) {
        for (const [isNarrow, fits] of widthsOf(decodeProfile(bytes).tree)) expect(isNarrow).toBe(fits);
      }
      for (const [isNarrow, fits] of widthsOf(unpackProfile(packProfile(profile)).tree)) {
        expect(isNarrow).toBe(fits);
      }
    }),
  );
});
