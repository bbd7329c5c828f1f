import type { CallTree } from '../tree/call-tree';
import { emptyLike } from '../tree/columns';
import { firstInOrder } from '../tree/first-in-order';
import type { SampleColumn } from '../tree/sample-column';
import { samplesOf } from './screen';
import { functionSamples } from './top-functions';
import { unite } from './unite';

/** One side of a comparison: a tree without siblings of one name, and the thread states of it that are compared. */
export type Side = { tree: CallTree; states: readonly string[] };

/** The sides stand in the place of thread states, in this order. */
const SIDES = ['baseline', 'comparison'] as const;

/**
 * All frames of two trees as one tree that has baseline and comparison in place of thread states: self and total of both,
 * in samples. It can be searched, inverted and cut for a screen as any other.
 */
export function differenceOf(baseline: Side, comparison: Side): CallTree {
  const { frames, into } = unite(baseline.tree, comparison.tree);
  const columns = (kind: 'self' | 'total') =>
    [baseline, comparison].map(({ tree, states }, side) =>
      placed(samplesOf(tree, states, kind), into[side] ?? into[0], frames.name.length),
    );
  return { ...frames, states: [...SIDES], self: columns('self'), total: columns('total') };
}

function placed(samples: SampleColumn, into: Uint32Array, count: number): SampleColumn {
  const column = emptyLike(samples, count);
  for (let node = 0; node < into.length; node++) column[into[node] ?? 0] = samples[node] ?? 0;
  return column;
}

/** A difference normalised: the shares of each side's whole. A side without samples has none. */
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

/** A function on both sides, wherever it was called, a recursive call counted once; in the difference's unit. */
export type MovedFunction = {
  name: string;
  baseline: { self: number; total: number };
  comparison: { self: number; total: number };
};

/** The functions that grew most and those that shrank most, each from the largest change on; and how many were passed over. */
export type Moved = { grown: MovedFunction[]; shrunk: MovedFunction[]; passedOver: number };

/** At most `most` both ways, by the change of their totals or of their self; `isPassedOver` has both sides of a function. */
export function topMovers(
  difference: CallTree,
  kind: 'self' | 'total',
  most: number,
  isPassedOver: (before: number, after: number) => boolean = () => false,
): Moved {
  const [before, after] = difference.total.map((total, side) =>
    functionSamples(difference, { total, self: difference.self[side] ?? total }),
  );
  const movedAt = (name: number): MovedFunction => ({
    name: difference.names[name] ?? '',
    baseline: { self: before?.self[name] ?? 0, total: before?.total[name] ?? 0 },
    comparison: { self: after?.self[name] ?? 0, total: after?.total[name] ?? 0 },
  });
  let passedOver = 0;
  const changes = difference.names.map((_, name) => {
    const [from, to] = [before?.[kind][name] ?? 0, after?.[kind][name] ?? 0];
    if (from === to || !isPassedOver(from, to)) return to - from;
    passedOver += 1;
    return 0;
  });
  const first = (way: 1 | -1) => {
    const moved = changes.flatMap((change, name) => (change * way > 0 ? name : []));
    const byChange = (a: number, b: number) => ((changes[b] ?? 0) - (changes[a] ?? 0)) * way;
    const byName = (a: number, b: number) =>
      (difference.names[a] ?? '') < (difference.names[b] ?? '') ? -1 : 1;
    return firstInOrder(moved, most, (a, b) => byChange(a, b) || byName(a, b)).map(movedAt);
  };
  return { grown: first(1), shrunk: first(-1), passedOver };
}
