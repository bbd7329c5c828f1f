import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryTree, stacks } from './arbitrary-tree';
import { callsOf } from './calls-of';
import { samplesOf } from './screen';
import { callTree } from './text';

describe('callsOf', () => {
  it('adds up a call over all stacks, one of several levels once', () => {
    const tree = callTree(`
      main 1
        walk 2
          walk 4
            walk 8
              read 16
          read 32
      job 0
        walk 64
    `);
    expect(callsOf(tree, 'walk', samplesOf(tree, tree.states), 10)).toEqual({
      callers: [
        { name: 'job', samples: 64 },
        { name: 'main', samples: 62 },
        { name: 'walk', samples: 28 },
      ],
      callees: [
        { name: 'read', samples: 48 },
        { name: 'walk', samples: 28 },
      ],
    });
  });

  it('is what the stacks say', () => {
    const naive = (lines: string[], of: (frames: string[]) => string[]) => {
      const sums = new Map<string, number>();
      for (const line of lines) {
        const [, stack = '', samples] = /^(.*) (\d+)$/s.exec(line) ?? [];
        for (const name of new Set(of(JSON.parse(stack).slice(0, -1)))) {
          sums.set(name, (sums.get(name) ?? 0) + Number(samples));
        }
      }
      return sums;
    };
    fc.assert(
      fc.property(arbitraryTree, fc.constantFrom('a', 'b', '10', '__proto__'), (tree, name) => {
        const { callers, callees } = callsOf(tree, name, samplesOf(tree, tree.states), 100);
        const found = (calls: typeof callers) => new Map(calls.map((call) => [call.name, call.samples]));
        const lines = stacks(tree);
        expect(found(callers)).toEqual(
          naive(lines, (frames) => frames.filter((_, i) => frames[i + 1] === name)),
        );
        expect(found(callees)).toEqual(
          naive(lines, (frames) => frames.filter((_, i) => frames[i - 1] === name)),
        );
      }),
    );
  });
});
