import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryTree } from '../testing/arbitrary-tree';
import { callTree } from '../testing/text';
import { foldChains } from '../transform/fold-chains';
import type { CallTree } from '../tree/call-tree';
import { dropDeeper } from '../tree/drop-deeper';
import { functionKey } from '../tree/path-key';
import { fromCompact } from './compact';
import { Comparison } from './comparison';
import { IndexedTree } from './indexed-tree';
import { profileFunctions } from './profile-functions';
import { profileView } from './profile-view';

/** Wide enough for any frame. */
const WIDTH = 2 ** 50;

const depths = fc.integer({ min: 1, max: 5 });

/** A profile cut at a depth, its uncut self samples by node over all states, and sums of these. */
const cuts = fc
  .tuple(arbitraryTree, depths)
  .filter(([raw]) => raw.states.length > 0)
  .map(([raw, depth]) => {
    const self = (node: number) => raw.self.reduce((sum, column) => sum + (column[node] ?? 0), 0);
    const nodes = Array.from(raw.name, (_, node) => node);
    const sumWhere = (isCounted: (node: number) => boolean) =>
      nodes.filter(isCounted).reduce((sum, node) => sum + self(node), 0);
    const isDeeper = (node: number) => (raw.depth[node] ?? 0) > depth;
    const nameOf = (node: number) => raw.names[raw.name[node] ?? 0] ?? '';
    return { raw, cut: new IndexedTree(dropDeeper(raw, depth), depth), sumWhere, isDeeper, nameOf };
  });

/** A view with its tree decoded. */
const decoded = (view: ReturnType<typeof profileView>) => ({ ...view, tree: fromCompact(view.tree) });

const sumAt = (columns: readonly ArrayLike<number>[], node: number) =>
  columns.reduce((sum, column) => sum + (column[node] ?? 0), 0);

/** Name → self samples in a drawn tree. */
function selfByName({ names, name, self }: CallTree): Map<string, number> {
  const sums = new Map<string, number>();
  name.forEach((index, node) => {
    const own = sumAt(self, node);
    if (own > 0) sums.set(names[index] ?? '', (sums.get(names[index] ?? '') ?? 0) + own);
  });
  return sums;
}

describe('a view of a profile that is cut at a depth', () => {
  it('has the self of the raw profile in the overview, and states the samples of deeper frames', () => {
    fc.assert(
      fc.property(cuts, ({ raw, cut, sumWhere, isDeeper, nameOf }) => {
        const { tree, deeper } = decoded(profileView(cut, { width: WIDTH, data: 'all' }));
        for (const name of new Set(raw.names)) {
          const expected = sumWhere((node) => !isDeeper(node) && nameOf(node) === name);
          expect(selfByName(tree).get(name) ?? 0).toBe(expected);
        }
        expect(deeper?.all ?? 0).toBe(sumWhere(isDeeper));
        expect(deeper?.below.reduce((sum, samples) => sum + samples, 0) ?? 0).toBe(sumWhere(isDeeper));
        const callees = new Float64Array(tree.name.length);
        tree.parent.forEach((parent, node) => {
          if (node > 0) callees[parent] = (callees[parent] ?? 0) + sumAt(tree.total, node);
        });
        tree.name.forEach((_, node) => {
          const below = sumAt(tree.total, node) - sumAt(tree.self, node) - (callees[node] ?? 0);
          expect(deeper?.below[node] ?? 0).toBe(below);
        });
      }),
    );
  });

  it('has only functions that are known to run in hotspots, at their share of the whole profile', () => {
    fc.assert(
      fc.property(cuts, ({ cut, sumWhere, isDeeper }) => {
        const { tree, deeper } = decoded(profileView(cut, { width: WIDTH, data: 'all', view: 'hotspots' }));
        const first = Array.from(tree.depth).reduce(
          (sum, depth, node) => sum + (depth === 1 ? sumAt(tree.total, node) : 0),
          0,
        );
        expect(sumAt(tree.total, 0)).toBe(sumWhere(() => true));
        expect(first).toBe(sumWhere((node) => !isDeeper(node)) - sumWhere((node) => node === 0));
        expect(deeper?.below[0] ?? 0).toBe(sumWhere(isDeeper));
      }),
    );
  });

  it('has the self of the raw profile for an inspected function and its callees', () => {
    fc.assert(
      fc.property(cuts, ({ raw, cut, sumWhere, isDeeper, nameOf }) => {
        const name = nameOf(raw.name.length - 1);
        const choice = { width: WIDTH, data: 'all', view: 'inspect', inspected: functionKey(name) } as const;
        const { inspection, tree, deeper } = decoded(profileView(cut, choice));
        if (!inspection) return;
        expect(inspection.self).toBe(sumWhere((node) => !isDeeper(node) && nameOf(node) === name));
        const self = Array.from(tree.name).reduce((sum, _, node) => sum + sumAt(tree.self, node), 0);
        const below = deeper?.below.reduce((sum, samples) => sum + samples, 0) ?? 0;
        expect(self + below).toBe(inspection.total);
      }),
    );
  });

  it('lists the self of the raw profile in the table of functions', () => {
    fc.assert(
      fc.property(cuts, ({ cut, sumWhere, isDeeper, nameOf }) => {
        const { functions, samples } = profileFunctions(cut, { data: 'all' });
        for (const { name, self } of functions) {
          expect(self).toBe(sumWhere((node) => !isDeeper(node) && nameOf(node) === name));
        }
        expect(samples).toBe(sumWhere(() => true));
      }),
    );
  });
});

describe('a comparison of profiles that are cut at a depth', () => {
  const pairs = fc
    .tuple(arbitraryTree, arbitraryTree, depths)
    .filter(([before, after]) => sumAt(before.total, 0) > 0 && sumAt(after.total, 0) > 0);

  const deeperOf = (raw: CallTree, depth: number) =>
    Array.from(raw.depth).reduce((sum, at, node) => sum + (at > depth ? sumAt(raw.self, node) : 0), 0);

  for (const fold of [undefined, foldChains]) {
    it(`has the deeper samples by node, ${fold ? 'with folded chains' : 'frame by frame'}`, () => {
      fc.assert(
        fc.property(pairs, ([before, after, depth]) => {
          const sideOf = (raw: CallTree) => ({ tree: dropDeeper(raw, depth), states: raw.states });
          const comparison = new Comparison(sideOf(before), sideOf(after), depth, fold);
          const { deeper, ...view } = comparison.view({ unit: 'samples' }, { width: WIDTH }, []);
          const tree = fromCompact(view.tree);
          const [baseline, compared] = [deeperOf(before, depth), deeperOf(after, depth)];
          expect([deeper?.baseline ?? 0, deeper?.comparison ?? 0]).toEqual([baseline, compared]);
          // Total is self, the callees' totals and what lies deeper, so that no block has samples without a function.
          Array.from(tree.name).forEach((_, node) => {
            let own = sumAt(tree.total, node) - sumAt(tree.self, node);
            for (let child = node + 1; child < (tree.end[node] ?? 0); child = tree.end[child] ?? 0) {
              own -= sumAt(tree.total, child);
            }
            expect(deeper?.below[node] ?? 0).toBe(own);
          });
          expect(deeper?.below.reduce((sum, samples) => sum + samples, 0) ?? 0).toBe(baseline + compared);
        }),
      );
    });
  }

  it('has them in shares of each side', () => {
    const side = (text: string) => ({ tree: dropDeeper(callTree(text), 1), states: ['WALL_TIME'] });
    const comparison = new Comparison(side('a 1\n  b 3'), side('a 2\n  b 2'), 1);
    const { deeper } = comparison.view({ unit: 'share' }, { width: WIDTH }, []);
    expect(deeper).toEqual({ maxDepth: 1, baseline: 0.75, comparison: 0.5, below: [0, 1.25] });
  });
});
