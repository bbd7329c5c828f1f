import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryTree, contents, stacks } from '../testing/arbitrary-tree';
import { callTree, print } from '../testing/text';
import type { CallTree } from '../tree/call-tree';
import { CallTreeBuilder } from '../tree/call-tree-builder';
import { asShares, differenceOf, topMovers } from './difference';
import { mergeTrees } from './merge';
import { samplesOf } from './screen';
import { topFunctions } from './top-functions';

const side = (tree: CallTree) => ({ tree, states: tree.states });

const before = callTree(`
  main 10
    parse 30
    render 40
      paint 20
`);
const after = callTree(`
  main 10
    render 60
      layout 50
      paint 60
  gc 20
`);
const difference = differenceOf(side(before), side(after));

/** A row for each function: `name baseline → comparison` of one kind. */
const rows = (moved: ReturnType<typeof topMovers>['grown'], kind: 'self' | 'total') =>
  moved.map(({ name, baseline, comparison }) => `${name} ${baseline[kind]} → ${comparison[kind]}`);

/** Node → comparison minus baseline, in the difference's unit. */
function changesOf({ self, total }: CallTree, kind: 'self' | 'total'): Float64Array {
  const [baseline, comparison] = kind === 'self' ? self : total;
  const changes = Float64Array.from(comparison ?? []);
  for (let node = 0; node < changes.length; node++) {
    changes[node] = (changes[node] ?? 0) - (baseline?.[node] ?? 0);
  }
  return changes;
}

describe('differenceOf', () => {
  it('has the frames of both sides, those of the baseline first', () => {
    const text = print({ ...difference, states: ['A', 'B'] });
    expect(text).toEqual([
      'main A=10 B=10',
      '  parse A=30',
      '  render A=40 B=60',
      '    paint A=20 B=60',
      '    layout B=50',
      'gc B=20',
    ]);
    expect(difference.total).toEqual([
      Uint32Array.of(100, 100, 30, 60, 20, 0, 0),
      Uint32Array.of(200, 180, 0, 170, 60, 50, 20),
    ]);
  });

  it('compares the chosen states of each side', () => {
    const java = callTree('run RUNNABLE=1 IDLE=90');
    const python = callTree('run 3');
    const { self } = differenceOf(
      { tree: java, states: ['RUNNABLE'] },
      { tree: python, states: ['WALL_TIME'] },
    );
    expect(self).toEqual([Uint32Array.of(0, 1), Uint32Array.of(0, 3)]);
  });

  it('is zero for a tree and itself, and has its frames', () => {
    fc.assert(
      fc.property(arbitraryTree, (tree) => {
        const none = differenceOf(side(tree), side(tree));
        for (const kind of ['self', 'total'] as const) {
          expect(changesOf(none, kind)).toEqual(new Float64Array(tree.name.length));
          expect(changesOf(asShares(none), kind)).toEqual(new Float64Array(tree.name.length));
          expect(topMovers(asShares(none), kind, 10)).toEqual({ grown: [], shrunk: [], omittedCount: 0 });
        }
        expect(none.name).toEqual(tree.name);
        expect(none.end).toEqual(tree.end);
      }),
      { numRuns: 50 },
    );
  });

  it('keeps the samples of each side, and merges frames and locations of both', () => {
    fc.assert(
      fc.property(arbitraryTree, arbitraryTree, (a, b) => {
        const both = differenceOf(side(a), side(b));
        const only = (tree: CallTree) => ({
          ...tree,
          states: [''],
          self: [samplesOf(tree, tree.states, 'self')],
        });
        [a, b].forEach((tree, i) => {
          const one = { ...both, states: [''], self: [both.self[i] ?? new Float64Array()] };
          expect(stacks(one)).toEqual(stacks(only(tree)));
        });
        const named = [a, b].map((tree, i) => ({
          ...only(tree),
          states: [both.states[i] ?? ''],
          total: [samplesOf(tree, tree.states)],
        }));
        expect(contents(both)).toEqual(contents(mergeTrees(named)));
      }),
      { numRuns: 50 },
    );
  });

  it('handles stacks of 20,000 frames', () => {
    const builder = new CallTreeBuilder();
    for (let depth = 0; depth < 20_000; depth++) builder.open('f');
    builder.count('WALL_TIME', 1);
    const deep = builder.finish();
    expect(differenceOf(side(deep), side(deep)).depth.at(-1)).toBe(20_000);
  });
});

describe('asShares', () => {
  it('divides by the total of each side', () => {
    const { self, total } = asShares(difference);
    expect(total.map((column) => column[3])).toEqual([0.6, 0.85]);
    expect(self.map((column) => column[1])).toEqual([0.1, 0.05]);
    expect(changesOf(asShares(difference), 'self')[1]).toBe(-0.05);
  });

  it('returns zeros for a side without samples', () => {
    const { total } = asShares(differenceOf(side(before), side(callTree('main 0'))));
    expect(total[1]).toEqual(new Float64Array(5));
  });
});

describe('topMovers', () => {
  it('lists the functions that grew and shrank most, by share or by samples', () => {
    const bySamples = topMovers(difference, 'total', 2);
    expect(rows(bySamples.grown, 'total')).toEqual(['render 60 → 170', 'main 100 → 180']);
    expect(rows(bySamples.shrunk, 'total')).toEqual(['parse 30 → 0']);
    const byShare = topMovers(asShares(difference), 'self', 2);
    expect(rows(byShare.grown, 'self')).toEqual(['layout 0 → 0.25', 'gc 0 → 0.1']);
    expect(rows(byShare.shrunk, 'self')).toEqual(['parse 0.3 → 0', 'render 0.4 → 0.3']);
  });

  it('agrees with the top lists', () => {
    fc.assert(
      fc.property(arbitraryTree, arbitraryTree, (a, b) => {
        const [was, is] = [a, b].map((tree) => {
          const samples = { total: samplesOf(tree, tree.states), self: samplesOf(tree, tree.states, 'self') };
          return new Map(topFunctions(tree, samples).map((found) => [found.name, found]));
        });
        const { grown, shrunk } = topMovers(differenceOf(side(a), side(b)), 'total', 100);
        for (const { name, baseline, comparison } of [...grown, ...shrunk]) {
          expect(baseline).toEqual({ total: was?.get(name)?.total ?? 0, self: was?.get(name)?.self ?? 0 });
          expect(comparison).toEqual({ total: is?.get(name)?.total ?? 0, self: is?.get(name)?.self ?? 0 });
        }
        const moved = [...new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])].filter(
          (name) => (was?.get(name)?.total ?? 0) !== (is?.get(name)?.total ?? 0),
        );
        expect(new Set([...grown, ...shrunk].map(({ name }) => name))).toEqual(new Set(moved));
      }),
      { numRuns: 50 },
    );
  });
});
