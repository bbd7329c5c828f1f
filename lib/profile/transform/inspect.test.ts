import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryTree, stacks, sums } from '../testing/arbitrary-tree';
import { callTree, print } from '../testing/text';
import type { CallTree } from '../tree/call-tree';
import { CallTreeBuilder } from '../tree/call-tree-builder';
import { inspect } from './inspect';
import { samplesOf } from './screen';
import { topFunctions } from './top-functions';

const tree = callTree(`
  main 1
    walk 2
      read 4
      walk 8
        read 16
  job 0
    each 0
      walk 32
        stat 64
`);

const samplesIn = (any: CallTree) => ({
  total: samplesOf(any, any.states),
  self: samplesOf(any, any.states, 'self'),
});
const wide = (any: CallTree) => ({ samples: samplesIn(any), width: Infinity });

describe('inspect', () => {
  it('lists callees below the function, including recursive calls', () => {
    expect(print(inspect(tree, 'walk', wide(tree)).callees)).toEqual([
      'walk 34',
      '  stat 64',
      '  walk 8',
      '    read 16',
      '  read 4',
    ]);
  });

  it('weights callers by the total of the function, counting each stack once', () => {
    const { callers } = inspect(tree, 'walk', wide(tree));
    expect(print(callers)).toEqual(['walk 0', '  each 0', '    job 96', '  main 30']);
    expect(callers.total[0]).toEqual(Float64Array.of(126, 126, 96, 96, 30));
  });

  it('counts the samples and the places of the function', () => {
    const { self, total, places } = inspect(tree, 'walk', wide(tree));
    expect([self, total, places]).toEqual([42, 126, 3]);
  });

  it('leaves out frames narrower than a pixel', () => {
    const { callees, callers } = inspect(tree, 'walk', { samples: samplesIn(tree), width: 4 });
    expect(print(callees)).toEqual(['walk 34', '  stat 64']);
    expect(callees.total[0]?.[1]).toBe(126);
    expect(print(callers)).toEqual(['walk 0', '  each 0', '    job 96']);
    expect([callees.omitted, callers.omitted].map((column) => [...(column ?? [])])).toEqual([
      [0, 2, 0],
      [0, 1, 0, 0],
    ]);
  });

  it('has the narrower frames below a focus in either tree, and only those', () => {
    const options = { samples: samplesIn(tree), width: 4 };
    const below = (side: 'callees' | 'callers', ...names: string[]) =>
      inspect(tree, 'walk', { ...options, focus: { in: side, names } });
    expect(print(below('callees', 'walk', 'walk').callees)).toEqual(['walk 34', '  walk 8', '    read 16']);
    expect(print(below('callers', 'walk', 'main').callers)).toEqual(['walk 0', '  main 30']);
    expect(print(below('callers', 'walk', 'main').callees)).toEqual(['walk 34', '  stat 64']);
    expect(print(below('callees', 'walk', 'nobody').callees)).toEqual(['walk 34', '  stat 64']);
    expect(below('callees', 'walk', 'walk').callees.total[0]).toEqual(Float64Array.of(126, 126, 24, 16));
  });

  it('is empty for an unknown function and for the root', () => {
    for (const name of ['nobody', '', '__proto__']) {
      const { self, total, places, callees, callers } = inspect(tree, name, wide(tree));
      expect([self, total, places, print(callees), print(callers)]).toEqual([0, 0, 0, [], []]);
    }
  });

  it('agrees with the top list, and has the stacks from the function on and up to it', () => {
    fc.assert(
      fc.property(arbitraryTree, (any) => {
        for (const { name, self, total } of topFunctions(any, samplesIn(any))) {
          const found = inspect(any, name, wide(any));
          expect([found.self, found.total]).toEqual([self, total]);
          expect(sums(found.callees)).toEqual(sums(found.callers));
          const first = (frames: string[]) => frames.indexOf(name);
          expect(stacks(found.callees)).toEqual(
            stacks(any, (frames) => (first(frames) < 0 ? undefined : frames.slice(first(frames)))),
          );
          expect(stacks(found.callers)).toEqual(
            stacks(any, (frames) =>
              first(frames) < 0 ? undefined : frames.slice(0, first(frames) + 1).reverse(),
            ),
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  it('handles 10,000 recursive calls', () => {
    const builder = new CallTreeBuilder();
    for (let depth = 0; depth < 10_000; depth++) builder.open('f');
    builder.count('WALL_TIME', 1);
    const deep = builder.finish();
    const { callees, callers, places, isBounded } = inspect(deep, 'f', { ...wide(deep), maxFrames: 500 });
    expect(isBounded).toBe(true);
    expect([places, Math.max(...callees.depth), Math.max(...callers.depth)]).toEqual([10_000, 499, 1]);
  });
});
