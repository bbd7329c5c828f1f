import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryTree } from '../testing/arbitrary-tree';
import type { CallTree } from '../tree/call-tree';
import { dropDeeper } from '../tree/drop-deeper';
import { functionKey } from '../tree/path-key';
import { fromCompact } from './compact';
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
