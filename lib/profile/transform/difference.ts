import type { CallTree } from '../tree/call-tree';
import { emptyLike } from '../tree/columns';
import { firstInOrder } from '../tree/first-in-order';
import type { SampleColumn } from '../tree/sample-column';
import { samplesOf } from './screen';
import { functionSamples } from './top-functions';
import { unite } from './unite';

/** One side of a comparison: a tree without siblings of the same name, and the thread states to compare. */
export type Side = { tree: CallTree; states: readonly string[] };

/** The sides replace the thread states, in this order. */
const SIDES = ['baseline', 'comparison'] as const;

/**
 * Unites two trees into one with baseline and comparison in place of thread states, in samples. It can be searched, inverted
 * and cut for a screen like any other tree.
 */
export function differenceOf(baseline: Side, comparison: Side): CallTree {
  const { frames, into } = unite(baseline.tree, comparison.tree);
  const columns = (kind: 'self' | 'total') =>
    [baseline, comparison].map(({ tree, states }, side) =>
      scattered(samplesOf(tree, states, kind), into[side] ?? into[0], frames.name.length),
    );
  return { ...frames, states: [...SIDES], self: columns('self'), total: columns('total') };
}

function scattered(samples: SampleColumn, into: Uint32Array, count: number): SampleColumn {
  const column = emptyLike(samples, count);
  for (let node = 0; node < into.length; node++) column[into[node] ?? 0] = samples[node] ?? 0;
  return column;
}

/** Converts samples to shares of each side's total, all 0 for a side without samples. */
export function asShares(difference: CallTree): CallTree {
  const shares = (columns: readonly SampleColumn[]) =>
    columns.map((column, side) => sharesOf(column, difference.total[side]?.[0] ?? 0));
  return { ...difference, self: shares(difference.self), total: shares(difference.total) };
}

function sharesOf(samples: SampleColumn, whole: number): Float64Array {
  const shares = new Float64Array(samples.length);
  if (whole > 0) for (let node = 0; node < shares.length; node++) shares[node] = (samples[node] ?? 0) / whole;
  return shares;
}

/** A function on both sides, regardless of its callers, in the difference's unit. Recursive calls count once. */
export type MovedFunction = {
  name: string;
  baseline: { self: number; total: number };
  comparison: { self: number; total: number };
};

/** The functions that grew and shrank most, sorted by the size of the change, and the number of omitted ones. */
export type Moved = { grown: MovedFunction[]; shrunk: MovedFunction[]; omittedCount: number };

/** Lists at most `maxCount` functions in each direction, by the change of self or total. `isOmitted` gets both sides. */
export function topMovers(
  difference: CallTree,
  kind: 'self' | 'total',
  maxCount: number,
  isOmitted: (before: number, after: number) => boolean = () => false,
): Moved {
  const [before, after] = difference.total.map((total, side) =>
    functionSamples(difference, { total, self: difference.self[side] ?? total }),
  );
  const movedAt = (name: number): MovedFunction => ({
    name: difference.names[name] ?? '',
    baseline: { self: before?.self[name] ?? 0, total: before?.total[name] ?? 0 },
    comparison: { self: after?.self[name] ?? 0, total: after?.total[name] ?? 0 },
  });
  let omittedCount = 0;
  const changes = difference.names.map((_, name) => {
    const [from, to] = [before?.[kind][name] ?? 0, after?.[kind][name] ?? 0];
    if (from === to || !isOmitted(from, to)) return to - from;
    omittedCount += 1;
    return 0;
  });
  const first = (direction: 1 | -1) => {
    const moved = changes.flatMap((change, name) => (change * direction > 0 ? name : []));
    const byChange = (a: number, b: number) => ((changes[b] ?? 0) - (changes[a] ?? 0)) * direction;
    const byName = (a: number, b: number) =>
      (difference.names[a] ?? '') < (difference.names[b] ?? '') ? -1 : 1;
    return firstInOrder(moved, maxCount, (a, b) => byChange(a, b) || byName(a, b)).map(movedAt);
  };
  return { grown: first(1), shrunk: first(-1), omittedCount };
}
