import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitraryTree, contents } from '../testing/arbitrary-tree';
import { callTree, print } from '../testing/text';
import { mergeTrees } from '../transform/merge';
import { mergeWeightedTrees } from '../transform/merge-weighted-trees';
import type { Profile } from '../tree/call-tree';
import { CallTreeBuilder } from '../tree/call-tree-builder';
import { UndecodableProfile } from '../tree/undecodable';
import { isPacked, packProfile, SharedTexts, unpackProfile } from './packed';

const weights = fc.dictionary(
  fc.constantFrom('RUNNABLE', '__proto__'),
  fc.double({ min: 0.001, max: 9, noNaN: true }),
);
const profiles: fc.Arbitrary<Profile> = fc.record(
  {
    tree: arbitraryTree,
    start: fc.nat({ max: 2 ** 41 }),
    end: fc.nat({ max: 2 ** 41 }),
    sampleWeights: weights,
  },
  { requiredKeys: ['tree', 'sampleWeights'] },
);

it('is unpacked unchanged, column by column', () => {
  fc.assert(
    fc.property(profiles, (profile) => {
      const packed = packProfile(profile);
      expect(isPacked(packed)).toBe(true);
      const unpacked = unpackProfile(packed);
      expect(unpacked).toEqual(profile);
      expect(contents(unpacked.tree)).toEqual(contents(profile.tree));
    }),
  );
});

it('keeps fractions and sums beyond 2^53', () => {
  const tree = callTree('a 1\n  b 1\nc 1');
  const self = [Float64Array.of(0, 0.5, 2 ** 70, 3)];
  const packed = packProfile({ tree: { ...tree, self }, sampleWeights: {} });
  expect(print(unpackProfile(packed).tree)).toEqual(['a 0.5', `  b ${2 ** 70}`, 'c 3']);
});

it('shares string tables with profiles unpacked before', () => {
  const texts = new SharedTexts();
  const [first, second] = ['a 1\n  ä 1', 'c 1\n  ä 1'].map((text) =>
    unpackProfile(packProfile({ tree: callTree(text), sampleWeights: {} }), texts),
  );
  expect(print(second?.tree ?? callTree(''))).toEqual(['c 1', '  ä 1']);
  expect(second?.tree.names).toEqual(['', 'a', 'ä', 'c']);
  expect(first?.tree.names).toBe(second?.tree.names);
  expect(print(mergeTrees([first?.tree, second?.tree].filter((tree) => tree !== undefined)))).toEqual([
    'a 1',
    '  ä 1',
    'c 1',
    '  ä 1',
  ]);
});

it('of merged profiles doesn’t depend on the order in which they were unpacked', () => {
  fc.assert(
    fc.property(arbitraryTree, arbitraryTree, (first, second) => {
      const parts = [first, second].map((tree) => packProfile({ tree, sampleWeights: {} }));
      const packedSum = (order: readonly number[]) => {
        const texts = new SharedTexts();
        const unpacked = new Map(order.map((i) => [i, unpackProfile(parts[i] ?? new Uint8Array(), texts)]));
        const { tree, sampleWeights } = mergeWeightedTrees([0, 1].flatMap((i) => unpacked.get(i) ?? []));
        return packProfile({ tree, sampleWeights });
      };
      expect(Buffer.compare(packedSum([1, 0]), packedSum([0, 1]))).toBe(0);
    }),
  );
});

it('handles 100,000 frames, 10,000 deep', () => {
  const builder = new CallTreeBuilder();
  for (let frame = 0; frame < 100_000; frame++) {
    builder.open(`f${frame % 500}`);
    builder.count('RUNNABLE', frame);
    if (frame % 10_000 === 9_999) for (let depth = 0; depth < 10_000; depth++) builder.close();
  }
  const profile = { tree: builder.finish(), sampleWeights: {} };
  const packed = packProfile(profile);
  expect(Buffer.compare(packProfile(unpackProfile(packed)), packed)).toBe(0);
});

it('is refused when it is truncated or changed to be inconsistent', () => {
  const packed = packProfile({ tree: callTree('a 1\n  b 1\nc 1'), sampleWeights: {} });
  for (let length = 5; length < packed.length; length++) {
    expect(() => unpackProfile(packed.subarray(0, length)), String(length)).toThrow(UndecodableProfile);
  }
  fc.assert(
    fc.property(fc.nat({ max: packed.length - 6 }), fc.nat({ max: 255 }), (at, byte) => {
      const changed = Uint8Array.from(packed);
      changed[at + 5] = byte;
      try {
        unpackProfile(changed);
      } catch (error) {
        expect(error).toBeInstanceOf(UndecodableProfile);
      }
    }),
  );
});
