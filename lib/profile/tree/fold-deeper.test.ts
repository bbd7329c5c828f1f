import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryTree, contents, stacks } from '../testing/arbitrary-tree';
import { deepTree } from '../testing/deep-tree';
import { print } from '../testing/text';
import { cutAtDepth } from './cut-at-depth';
import { deeperFrame, foldDeeper } from './fold-deeper';

describe('foldDeeper', () => {
  it('keeps the self of every frame and puts the rest into one frame below', () => {
    expect(print(foldDeeper(deepTree, 2))).toEqual([
      'A 1',
      '  B 2',
      '    <deeper than 2 frames> 28',
      '  F 32',
      'G 64',
    ]);
    expect(print(foldDeeper(deepTree, 1))).toEqual(['A 1', '  <deeper than 1 frame> 62', 'G 64']);
  });

  it('returns the tree itself when nothing is deeper', () => {
    expect(foldDeeper(deepTree, 4)).toBe(deepTree);
  });

  it('keeps the samples of every stack, with one frame in place of the deeper ones', () => {
    fc.assert(
      fc.property(arbitraryTree, fc.integer({ min: 1, max: 6 }), (raw, depth) => {
        const shorten = (frames: string[]) =>
          frames.length > depth ? [...frames.slice(0, depth), deeperFrame(depth)] : frames;
        expect(stacks(foldDeeper(raw, depth))).toEqual(stacks(raw, shorten));
      }),
    );
  });

  it('gives the same for a profile that AWS cut one frame deeper', () => {
    fc.assert(
      fc.property(arbitraryTree, fc.integer({ min: 1, max: 6 }), (raw, depth) => {
        expect(contents(foldDeeper(cutAtDepth(raw, depth + 1), depth))).toEqual(
          contents(foldDeeper(raw, depth)),
        );
      }),
    );
  });
});
