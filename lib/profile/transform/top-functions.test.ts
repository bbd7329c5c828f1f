import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryTree, stacks } from '../testing/arbitrary-tree';
import { callTree } from '../testing/text';
import { CallTreeBuilder } from '../tree/call-tree-builder';
import { samplesOf } from './screen';
import { MAX_TOP_FUNCTIONS, topFunctions, topList } from './top-functions';

const tree = callTree(`
  main 1
    walk 2
      walk 4
        read 8
    read 16
  idle 0
`);
const samples = {
  total: samplesOf(tree, ['WALL_TIME']),
  self: samplesOf(tree, ['WALL_TIME'], 'self'),
};

const rows = (root: number) =>
  topFunctions(tree, samples, root).map(({ name, self, total }) => `${name} ${self} ${total}`);

describe('topFunctions', () => {
  it('sums a function over its callers, counting recursive calls once', () => {
    expect(rows(0)).toEqual(['main 1 31', 'read 24 24', 'walk 6 14']);
  });

  it('covers only the subtree of the focus', () => {
    expect(rows(2)).toEqual(['walk 6 14', 'read 8 8']);
  });
});

describe('properties', () => {
  it('agree with sums over stacks that count each function once per stack', () => {
    fc.assert(
      fc.property(arbitraryTree, (any) => {
        const naive = new Map<string, { self: number; total: number }>();
        for (const line of stacks(any)) {
          const [, stack = '', samples] = /^(.*) (\d+)$/s.exec(line) ?? [];
          const frames: string[] = JSON.parse(stack).slice(0, -1);
          for (const frame of new Set(frames)) {
            const sums = naive.get(frame) ?? { self: 0, total: 0 };
            const self = frame === frames.at(-1) ? Number(samples) : 0;
            naive.set(frame, { self: sums.self + self, total: sums.total + Number(samples) });
          }
        }
        const of = { total: samplesOf(any, any.states), self: samplesOf(any, any.states, 'self') };
        const found = topFunctions(any, of);
        expect(new Map(found.map(({ name, self, total }) => [name, { self, total }]))).toEqual(naive);
        expect(found.map(({ total }) => total)).toEqual(
          found.map(({ total }) => total).sort((a, b) => b - a),
        );
      }),
    );
  });
});

it('a cut list has the functions with the most total and those with the most self', () => {
  const builder = new CallTreeBuilder();
  for (let i = 0; i < 3 * MAX_TOP_FUNCTIONS; i++) {
    builder.open(`caller${i}`);
    builder.open(`callee${i}`);
    builder.count('WALL_TIME', 1 + i);
    builder.close();
    builder.close();
  }
  const large = builder.finish();
  const of = { total: samplesOf(large, large.states), self: samplesOf(large, large.states, 'self') };
  const { functions, isComplete } = topList(large, of, 0);
  expect(isComplete).toBe(false);
  const callees = functions.filter(({ self }) => self > 0);
  expect(callees).toHaveLength(MAX_TOP_FUNCTIONS);
  expect(callees.at(-1)?.self).toBe(2 * MAX_TOP_FUNCTIONS + 1);
  expect(functions.slice(0, 2).map(({ name }) => name)).toEqual([
    `callee${3 * MAX_TOP_FUNCTIONS - 1}`,
    `caller${3 * MAX_TOP_FUNCTIONS - 1}`,
  ]);
});
