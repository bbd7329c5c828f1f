import { expect, it } from 'vitest';
import { deepTree } from '../testing/deep-tree';
import { print } from '../testing/text';
import { cutAtDepth } from './cut-at-depth';

it('adds the samples below the cut to the frame above it', () => {
  expect(print(cutAtDepth(deepTree, 2))).toEqual(['A 1', '  B 30', '  F 32', 'G 64']);
  expect(print(cutAtDepth(deepTree, 1))).toEqual(['A 63', 'G 64']);
});

it('keeps totals and subtree ends', () => {
  const cut = cutAtDepth(deepTree, 2);
  expect([...(cut.total[0] ?? [])]).toEqual([127, 63, 30, 32, 64]);
  expect([...cut.end]).toEqual([5, 4, 3, 4, 5]);
  expect([...cut.parent]).toEqual([0, 0, 1, 1, 0]);
});

it('returns the tree itself when nothing is deeper', () => {
  expect(cutAtDepth(deepTree, 4)).toBe(deepTree);
});
