import { samplesOf, widestNodes } from '../../transform/screen';
import type { CallTree } from '../../tree/call-tree';
import type { DecodeLimits } from '../../tree/decode-limits';
import { keepNodes } from '../../tree/keep-nodes';
import { selfFromTotals } from '../../tree/self-from-totals';
import { sumSubtrees } from '../../tree/sum-subtrees';
import { jsonSizes } from './json-sizes';

/** Limits of one post; `bytes` is the size of its JSON. */
export type SplitLimits = Pick<DecodeLimits, 'frames' | 'characters' | 'values'> & { bytes: number };

/** A quantity per node whose sum over a post is limited. */
type Measure = { of: (node: number) => number; max: number };

/**
 * Keeps the `maxFrames` frames with the most samples, without those whose path alone exceeds a post. Samples of the others count
 * in the frame above, so that totals stay the same.
 */
export function limitFrames(tree: CallTree, limits: SplitLimits, maxFrames: number): CallTree {
  const wide =
    tree.name.length > maxFrames
      ? new Set(
          widestNodes(tree, samplesOf(tree, tree.states), {
            root: 0,
            minSamples: 0,
            maxNodes: maxFrames + 1,
          }),
        )
      : undefined;
  const fits = fitsAlone(tree, measuresOf(tree, limits));
  const keeps = (node: number) => fits[node] === 1 && (wide?.has(node) ?? true);
  const cut = keepNodes(tree, keeps);
  return cut.name.length === tree.name.length
    ? tree
    : { ...cut, self: cut.total.map((total) => selfFromTotals(cut, total)) };
}

/** Splits a tree into as few posts as the limits allow; merged, they are the tree. Requires the result of `limitFrames`. */
export function* splitPosts(tree: CallTree, limits: SplitLimits): Generator<CallTree> {
  const measures = measuresOf(tree, limits);
  const pathSums = measures.map((measure) => pathSum(tree, measure));
  let from = 0;
  let sums = measures.map(({ of }) => of(0));
  for (let node = 1; node < tree.name.length; node++) {
    const next = sums.map((sum, i) => sum + (measures[i]?.of(node) ?? 0));
    if (next.every((sum, i) => sum <= (measures[i]?.max ?? 0))) {
      sums = next;
      continue;
    }
    yield part(tree, from, node);
    from = node;
    sums = pathSums.map((column) => column[node] ?? 0);
  }
  yield part(tree, from, tree.name.length);
}

/** Nodes in [from, to), and their ancestors without samples. */
function part(tree: CallTree, from: number, to: number): CallTree {
  if (from === 0 && to === tree.name.length) return tree;
  const above = new Set<number>();
  for (let node = from; node > 0; node = tree.parent[node] ?? 0) above.add(tree.parent[node] ?? 0);
  const within = (node: number) => node >= from && node < to;
  const sampled = {
    ...tree,
    self: tree.self.map((column) => column.map((n, node) => (within(node) ? n : 0))),
  };
  const kept = keepNodes(sampled, (node) => within(node) || above.has(node));
  return { ...kept, total: kept.self.map((column) => sumSubtrees(kept.parent, column)) };
}

function measuresOf(tree: CallTree, { bytes, frames, characters, values }: SplitLimits): Measure[] {
  const sizes = jsonSizes(tree);
  return [
    { of: (node) => (node === 0 ? 0 : 1), max: frames },
    { of: sizes.bytes, max: bytes },
    { of: sizes.characters, max: characters },
    { of: sizes.values, max: values },
  ];
}

/** Node → sum of a measure over the path from the root. */
function pathSum({ parent }: CallTree, { of }: Measure): Float64Array {
  const sums = new Float64Array(parent.length);
  for (let node = 0; node < sums.length; node++) {
    sums[node] = (node === 0 ? 0 : (sums[parent[node] ?? 0] ?? 0)) + of(node);
  }
  return sums;
}

/** Node → 1 when it fits into a post together with its ancestors. */
function fitsAlone(tree: CallTree, measures: readonly Measure[]): Uint8Array {
  const fits = new Uint8Array(tree.name.length).fill(1);
  for (const measure of measures) {
    pathSum(tree, measure).forEach((sum, node) => {
      if (sum > measure.max) fits[node] = 0;
    });
  }
  return fits;
}
