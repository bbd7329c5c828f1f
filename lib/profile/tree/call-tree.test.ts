import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryTree, contents } from '../testing/arbitrary-tree';
import { callTree, print } from '../testing/text';
import { mergeTrees } from '../transform/merge';
import type { CallTree } from './call-tree';
import { CallTreeBuilder } from './call-tree-builder';
import { cutAtDepth } from './cut-at-depth';

const rootTotals = (tree: CallTree) =>
  Object.fromEntries(tree.states.map((state, i) => [state, tree.total[i]?.[0] ?? 0]));

describe('CallTreeBuilder', () => {
  it('builds columns in depth-first order with totals', () => {
    const tree = callTree(`
      main 1
        parse 30
        render 10
          paint 60
      gc 4
    `);
    expect(tree.names).toEqual(['', 'main', 'parse', 'render', 'paint', 'gc']);
    expect([...tree.parent]).toEqual([0, 0, 1, 1, 3, 0]);
    expect([...tree.depth]).toEqual([0, 1, 2, 2, 3, 1]);
    expect([...tree.end]).toEqual([6, 5, 3, 5, 5, 6]);
    expect([...(tree.total[0] ?? [])]).toEqual([105, 101, 30, 70, 60, 4]);
  });

  it('accepts the name and samples of a frame after its children', () => {
    const builder = new CallTreeBuilder();
    builder.open('?');
    builder.open('inner');
    builder.count('A', 1);
    builder.close();
    builder.rename('outer');
    builder.count('A', 2);
    expect(print(builder.finish())).toEqual(['outer A=2', '  inner A=1']);
  });
});

describe('trees as text', () => {
  it('are parsed and printed with several thread states', () => {
    const text = ['<Sleep> RUNNABLE=2 WAITING=3', 'run x 0', '  <init> WAITING=1'];
    expect(print(callTree(text.join('\n')))).toEqual(text);
  });

  it('refuse a frame without a parent', () => {
    expect(() => callTree('a 1\n    b 1')).toThrow('not a frame');
  });
});

describe('properties', () => {
  it('merging keeps totals and commutes', () => {
    fc.assert(
      fc.property(arbitraryTree, arbitraryTree, (a, b) => {
        const merged = mergeTrees([a, b]);
        const sum: Record<string, number> = Object.create(null);
        for (const tree of [a, b]) {
          for (const [state, total] of Object.entries(rootTotals(tree)))
            sum[state] = (sum[state] ?? 0) + total;
        }
        expect(rootTotals(merged)).toEqual({ ...sum });
        expect(contents(mergeTrees([b, a]))).toEqual(contents(merged));
      }),
    );
  });

  it('merging is associative', () => {
    fc.assert(
      fc.property(arbitraryTree, arbitraryTree, arbitraryTree, (a, b, c) => {
        expect(contents(mergeTrees([mergeTrees([a, b]), c]))).toEqual(contents(mergeTrees([a, b, c])));
      }),
    );
  });

  it('cutting keeps totals, and cutting twice is the same as cutting once', () => {
    fc.assert(
      fc.property(arbitraryTree, fc.integer({ min: 1, max: 6 }), (tree, depth) => {
        const cut = cutAtDepth(tree, depth);
        expect(rootTotals(cut)).toEqual(rootTotals(tree));
        expect(Math.max(...cut.depth)).toBeLessThanOrEqual(depth);
        const selfSums = cut.self.map((column) => Array.from(column).reduce((a, b) => a + b, 0));
        expect(selfSums).toEqual(cut.total.map((column) => column[0]));
        expect(contents(cutAtDepth(cutAtDepth(tree, depth + 1), depth))).toEqual(contents(cut));
      }),
    );
  });
});
