import fc from 'fast-check';
import { expect, it } from 'vitest';
import { arbitraryTree } from '../testing/arbitrary-tree';
import { depthFirst } from './depth-first';

it('groups subtrees and keeps the order of siblings', () => {
  //  0 ─┬ 1 ── 3
  //     └ 2 ─┬ 4
  //          └ 5
  const order = depthFirst([0, 0, 0, 1, 2, 2]);
  expect([...order.position]).toEqual([0, 1, 3, 2, 4, 5]);
  expect([...order.parent]).toEqual([0, 0, 1, 0, 3, 3]);
  expect([...order.depth]).toEqual([0, 1, 2, 1, 2, 2]);
  expect([...order.end]).toEqual([6, 3, 3, 6, 5, 6]);
});

it('leaves nodes that are already in depth-first order', () => {
  fc.assert(
    fc.property(arbitraryTree, ({ parent, depth, end }) => {
      expect(depthFirst(parent)).toEqual({
        position: Uint32Array.from(parent, (_, node) => node),
        parent,
        depth,
        end,
      });
    }),
  );
});
