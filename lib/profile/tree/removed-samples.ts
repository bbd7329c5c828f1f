import type { CallTree } from './call-tree';
import type { SampleColumn } from './sample-column';
import { selfFromTotals } from './self-from-totals';

/** Samples of the frames that were removed below a depth: all, and by the node directly above them. */
export type RemovedSamples = { all: number; below: SampleColumn };

/** Sums of fractions differ by less than this part of a total; whole samples don't. */
const ROUNDING = 1e-9;

/**
 * The samples that a tree has in its totals and in nobody's self, because their frames were removed. `self` and `total` are
 * by node, over the visible states.
 */
export function removedSamples(tree: CallTree, self: SampleColumn, total: SampleColumn): RemovedSamples {
  const below = selfFromTotals(tree, total);
  let all = 0;
  for (let node = 0; node < below.length; node++) {
    const samples = (below[node] ?? 0) - (self[node] ?? 0);
    below[node] = samples >= 1 || samples > (total[node] ?? 0) * ROUNDING ? samples : 0;
    all += below[node] ?? 0;
  }
  return { all, below };
}
