import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryTree, contents } from '../../testing/arbitrary-tree';
import { callTree, print } from '../../testing/text';
import type { Profile } from '../../tree/call-tree';
import { CallTreeBuilder } from '../../tree/call-tree-builder';
import { UndecodableProfile } from '../../tree/undecodable';
import { isPacked, packProfile } from '../packed';
import { areColumns } from './mark';
import { readColumns } from './read-columns';
import { writeColumns } from './write-columns';

const profiles: fc.Arbitrary<Profile> = fc.record(
  {
    tree: arbitraryTree,
    start: fc.nat({ max: 2 ** 41 }),
    end: fc.nat({ max: 2 ** 41 }),
    sampleWeights: fc.dictionary(
      fc.constantFrom('RUNNABLE', 'IDLE'),
      fc.double({ min: 0.001, max: 9, noNaN: true }),
    ),
  },
  { requiredKeys: ['tree', 'sampleWeights'] },
);

/** The bytes at an address that no wide number may have. */
function unaligned(bytes: Uint8Array): Uint8Array {
  const shifted = new Uint8Array(bytes.length + 1);
  shifted.set(bytes, 1);
  return shifted.subarray(1);
}

describe('a profile in columns', () => {
  it('is read unchanged, column by column and of the same types', () => {
    fc.assert(
      fc.property(profiles, (profile) => {
        const written = writeColumns(profile);
        expect(areColumns(written)).toBe(true);
        for (const bytes of [written, unaligned(written)]) {
          const read = readColumns(bytes);
          expect(read).toEqual(profile);
          expect(contents(read.tree)).toEqual(contents(profile.tree));
        }
      }),
    );
  });

  it('keeps fractions and sums beyond 2^53', () => {
    const tree = callTree('a 1\n  b 1\nc 1');
    const self = [Float64Array.of(0, 0.5, 2 ** 70, 3)];
    const written = writeColumns({ tree: { ...tree, self }, sampleWeights: {} });
    expect(print(readColumns(written).tree)).toEqual(['a 0.5', `  b ${2 ** 70}`, 'c 3']);
  });

  it('has columns as narrow as the numbers allow, and all of them when they get wide', () => {
    const builder = new CallTreeBuilder();
    for (let frame = 0; frame < 70_000; frame++) {
      builder.open(`f${frame}`);
      builder.inFile(`${frame % 40_000}.ts`);
      builder.atLines(frame, frame * 2);
      if (frame % 300 === 0) builder.count('RUNNABLE', frame);
      if (frame % 400 === 399) for (let depth = 0; depth < 400; depth++) builder.close();
    }
    const profile = { tree: builder.finish(), sampleWeights: {} };
    const read = readColumns(writeColumns(profile));
    expect(read).toEqual(profile);
    const few = { tree: callTree('a 1\n  b 1\nc 1'), sampleWeights: {} };
    expect(writeColumns(profile).length / 70_000).toBeLessThan(35);
    expect(writeColumns(few).length).toBeLessThan(600);
  });

  it('is distinguished from a packed profile', () => {
    const profile = { tree: callTree('a 1'), sampleWeights: {} };
    expect([isPacked(writeColumns(profile)), areColumns(packProfile(profile))]).toEqual([false, false]);
  });

  it('is refused when it is cut off or changed to be inconsistent', () => {
    const written = writeColumns({ tree: callTree('a 1\n  b 1\nc 1'), sampleWeights: {} });
    for (let length = 0; length < written.length; length++) {
      expect(() => readColumns(written.subarray(0, length)), String(length)).toThrow(UndecodableProfile);
    }
    expect(() => readColumns(Buffer.concat([written, new Uint8Array(8)]))).toThrow(UndecodableProfile);
    fc.assert(
      fc.property(fc.nat({ max: written.length - 9 }), fc.nat({ max: 255 }), (at, byte) => {
        const changed = Uint8Array.from(written);
        changed[at + 8] = byte;
        let read: Profile;
        try {
          read = readColumns(changed);
        } catch (error) {
          expect(error).toBeInstanceOf(UndecodableProfile);
          return;
        }
        const { names, name, files, file, parent } = read.tree;
        expect(name.every((index) => index < names.length)).toBe(true);
        expect(file.every((index) => index < files.length)).toBe(true);
        expect(parent.every((above, node) => above < node || node === 0)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });
});
