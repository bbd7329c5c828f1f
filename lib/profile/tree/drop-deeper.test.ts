import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryTree, contents } from '../testing/arbitrary-tree';
import { deepTree } from '../testing/deep-tree';
import { print } from '../testing/text';
import { collapseFunctions, hideFunctions } from '../transform/hide';
import type { CallTree } from './call-tree';
import { cutAtDepth } from './cut-at-depth';
import { dropDeeper } from './drop-deeper';
import { removedSamples } from './removed-samples';

/** Removed samples by the node above them, in the only state. */
const removed = (cut: CallTree, state = 0) => [
  ...removedSamples(cut, cut.self[state] ?? new Uint32Array(), cut.total[state] ?? new Uint32Array()).below,
];

describe('dropDeeper', () => {
  it('keeps self and total of every frame and reports the rest below the deepest ones', () => {
    const cut = dropDeeper(deepTree, 2);
    expect(print(cut)).toEqual(['A 1', '  B 2', '  F 32', 'G 64']);
    expect([...(cut.total[0] ?? [])]).toEqual([127, 63, 30, 32, 64]);
    expect(removed(cut)).toEqual([0, 0, 28, 0, 0]);
  });

  it('returns the tree itself when nothing is deeper', () => {
    expect(dropDeeper(deepTree, 4)).toBe(deepTree);
    expect(removed(deepTree)).toEqual([0, 0, 0, 0, 0, 0, 0, 0]);
  });

  it('keeps the removed samples out of self when functions are hidden or collapsed', () => {
    const hidden = hideFunctions(dropDeeper(deepTree, 2), ['B']);
    expect(print(hidden)).toEqual(['A 3', '  F 32', 'G 64']);
    expect(removed(hidden)).toEqual([0, 28, 0, 0]);
    const collapsed = collapseFunctions(dropDeeper(deepTree, 2), ['A']);
    expect(print(collapsed)).toEqual(['A 35', 'G 64']);
    expect(removed(collapsed)).toEqual([0, 28, 0]);
  });

  it('gives the same for a profile that AWS cut one frame deeper', () => {
    fc.assert(
      fc.property(arbitraryTree, fc.integer({ min: 1, max: 6 }), (raw, depth) => {
        const cut = dropDeeper(raw, depth);
        expect(contents(dropDeeper(cutAtDepth(raw, depth + 1), depth))).toEqual(contents(cut));
        raw.states.forEach((_, state) => {
          const isDeeper = (node: number) => (raw.depth[node] ?? 0) > depth;
          const deeper = [...(raw.self[state] ?? [])].reduce(
            (sum, own, node) => sum + (isDeeper(node) ? own : 0),
            0,
          );
          expect(removed(cut, state).reduce((sum, own) => sum + own, 0)).toBe(deeper);
        });
      }),
    );
  });
});
