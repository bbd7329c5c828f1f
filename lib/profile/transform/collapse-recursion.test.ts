import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryTree, contents, stacks, sums } from '../testing/arbitrary-tree';
import { callTree, print } from '../testing/text';
import { collapseRecursion } from './collapse-recursion';
import { mergeTrees } from './merge';

describe('collapseRecursion', () => {
  it('merges direct recursion into one frame', () => {
    const tree = callTree(`
      walk 1
        read 2
        walk 4
          walk 8
            read 16
          stat 32
            walk 64
    `);
    expect(print(collapseRecursion(tree))).toEqual(['walk 13', '  read 18', '  stat 32', '    walk 64']);
  });

  it('keeps one of equal neighbours in each stack', () => {
    fc.assert(
      fc.property(arbitraryTree, (tree) => {
        const collapsed = collapseRecursion(tree);
        const once = (frames: string[]) => frames.filter((frame, i) => i === 0 || frame !== frames[i - 1]);
        expect(stacks(collapsed)).toEqual(stacks(tree, once));
        expect(sums(collapsed)).toEqual(sums(tree));
        expect(collapseRecursion(collapsed)).toBe(collapsed);
      }),
    );
  });

  it('commutes with merging', () => {
    fc.assert(
      fc.property(arbitraryTree, arbitraryTree, (a, b) => {
        expect(contents(mergeTrees([collapseRecursion(a), collapseRecursion(b)]))).toEqual(
          contents(collapseRecursion(mergeTrees([a, b]))),
        );
      }),
    );
  });
});
