import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryTree } from '../testing/arbitrary-tree';
import { callTree } from '../testing/text';
import { readTotals, rootTotal, totalsOnDemand, unreadBytes } from './totals-on-demand';
import { treeBytes } from './tree-bytes';

const sumOf = (column: ArrayLike<number>) => Array.from(column).reduce((sum, each) => sum + each, 0);
const onDemand = ({ parent, self }: Pick<ReturnType<typeof callTree>, 'parent' | 'self'>) =>
  totalsOnDemand(
    parent,
    self.map((column) => ({ column, sum: sumOf(column) })),
  );

describe('totalsOnDemand', () => {
  it('has the totals of the tree, and those of the root before they are summed', () => {
    fc.assert(
      fc.property(arbitraryTree, (tree) => {
        const totals = onDemand(tree);
        const roots = tree.states.map((_, state) => rootTotal(totals, state));
        expect(roots).toEqual(tree.total.map((column) => column[0]));
        expect(totals.map((column) => [...column])).toEqual(tree.total.map((column) => [...column]));
        expect(tree.states.map((_, state) => rootTotal(totals, state))).toEqual(roots);
      }),
    );
  });

  it('sums a column once, when it is read', () => {
    const tree = callTree('a 1\n  b 2\nc 3');
    const totals = onDemand(tree);
    expect([readTotals(totals).length, unreadBytes(totals)]).toEqual([0, 16]);
    expect(totals[0]).toBe(totals[0]);
    expect([readTotals(totals).length, unreadBytes(totals)]).toEqual([1, 0]);
  });

  it('doesn’t change the estimated size of a tree by reading it', () => {
    const tree = callTree('a 1\n  b 2\nc 3');
    const lazy = { ...tree, total: onDemand(tree) };
    const before = treeBytes(lazy);
    expect(lazy.total[0]?.length).toBe(4);
    expect(treeBytes(lazy)).toBe(before);
  });
});
