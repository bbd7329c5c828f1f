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

const MOST = 2 ** 32 - 1;

/** A chain of frames of one state. */
function chain(...samples: number[]): CallTree {
  const builder = new CallTreeBuilder();
  samples.forEach((count, depth) => {
    builder.open(`f${depth}`);
    builder.count('RUNNABLE', count);
  });
  return builder.finish();
}

it('a column is made wide by the first samples that it can’t hold', () => {
  const column = Uint32Array.of(1, 2);
  expect(withSamples(column, 1, MOST)).toBe(column);
  expect(withSamples(column, 0, 2 ** 32)).toEqual(Float64Array.of(2 ** 32, MOST));
  expect(withSamples(Uint32Array.of(1, 2), 0, 0.5)).toEqual(Float64Array.of(0.5, 2));
});

it('self and totals are narrow each as long as they fit', () => {
  expect(chain(MOST - 1, 1)).toMatchObject({
    self: [Uint32Array.of(0, MOST - 1, 1)],
    total: [Uint32Array.of(MOST, MOST, 1)],
  });
  expect(chain(MOST, 1)).toMatchObject({
    self: [Uint32Array.of(0, MOST, 1)],
    total: [Float64Array.of(2 ** 32, 2 ** 32, 1)],
  });
  expect(chain(2 ** 52, 0.5).self).toEqual([Float64Array.of(0, 2 ** 52, 0.5)]);
});

it('merging, cutting and adding up widen what gets too large', () => {
  const large = chain(MOST, 1);
  expect(mergeTrees([large, large]).self).toEqual([Float64Array.of(0, 2 * MOST, 2)]);
  expect(cutAtDepth(large, 1).self).toEqual([Float64Array.of(0, 2 ** 32)]);
  const states = ['a', 'b'];
  const twice: CallTree = {
    ...large,
    states,
    self: [...large.self, ...large.self],
    total: [...large.total, ...large.total],
  };
  expect(samplesOf(twice, states, 'self')).toEqual(Float64Array.of(0, 2 * MOST, 2));
  expect(large.self).toEqual([Uint32Array.of(0, MOST, 1)]);
});

it('shares of whole samples are fractions', () => {
  const side = { tree: chain(1, 3), states: ['RUNNABLE'] };
  expect(asShares(differenceOf(side, side)).self).toEqual(Array(2).fill(Float64Array.of(0, 0.25, 0.75)));
});

/** Each column of a tree, and whether its numbers would have had room in a narrow one. */
const kindsOf = ({ self, total }: CallTree) =>
  [...self, ...total].map((column) => [
    column instanceof Uint32Array,
    column.every((samples) => samples >>> 0 === samples),
  ]);

it('a profile that is decoded has the narrowest columns', () => {
  fc.assert(
    fc.property(arbitraryTree, (tree) => {
      const profile = { tree, sampleWeights: {} };
      for (const bytes of [encodeJson(profile), encodeIon(profile)]) {
        for (const [isNarrow, hasRoom] of kindsOf(decodeProfile(bytes).tree)) expect(isNarrow).toBe(hasRoom);
      }
      for (const [isNarrow, hasRoom] of kindsOf(unpackProfile(packProfile(profile)).tree)) {
        expect(isNarrow).toBe(hasRoom);
      }
    }),
  );
});
