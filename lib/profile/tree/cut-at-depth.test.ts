import { expect, it } from 'vitest';
import { callTree, print } from '../testing/text';
import { cutAtDepth } from './cut-at-depth';

const tree = callTree(`
  A 1
    B 2
      C 4
        D 8
    E 16
  F 32
`);

it('adds the samples below the cut to the frame above it', () => {
  expect(print(cutAtDepth(tree, 2))).toEqual(['A 1', '  B 14', '  E 16', 'F 32']);
  expect(print(cutAtDepth(tree, 1))).toEqual(['A 31', 'F 32']);
});

it('keeps totals and subtree ends', () => {
  const cut = cutAtDepth(tree, 2);
  expect([...(cut.total[0] ?? [])]).toEqual([63, 31, 14, 16, 32]);
  expect([...cut.end]).toEqual([5, 4, 3, 4, 5]);
  expect([...cut.parent]).toEqual([0, 0, 1, 1, 0]);
});

it('returns the tree itself when nothing is deeper', () => {
  expect(cutAtDepth(tree, 4)).toBe(tree);
});
