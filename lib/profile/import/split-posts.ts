import { samplesOf, widestNodes } from '../transform/screen';
import type { CallTree } from '../tree/call-tree';
import type { DecodeLimits } from '../tree/decode-limits';
import { keepNodes } from '../tree/keep-nodes';
import { selfFromTotals } from '../tree/self-from-totals';
import { sumSubtrees } from '../tree/sum-subtrees';
import { jsonSizes } from './json-sizes';

/** What one post may hold; `bytes` of its JSON. */
export type PostLimits = Pick<DecodeLimits, 'frames' | 'characters' | 'values'> & { bytes: number };

/** What is added up along a path, and its bound. */
type Measure = { of: (node: number) => number; most: number };

/**
 * The tree without what can't be posted: all but the `mostFrames` with the most samples, and frames whose path alone is
 * more than a post may hold. Their samples are counted in the frame above, so totals stay.
 */
export function postable(tree: CallTree, limits: PostLimits, mostFrames: number): CallTree {
  const wide =
    tree.name.length > mostFrames
      ? new Set(
          widestNodes(tree, samplesOf(tree, tree.states), { root: 0, narrowest: 0, most: mostFrames + 1 }),
        )
      : undefined;
  const fits = fitsAlone(tree, measuresOf(tree, limits));
  const keeps = (node: number) => fits[node] === 1 && (wide?.has(node) ?? true);
  const cut = keepNodes(tree, keeps);
  return cut.name.length === tree.name.length
    ? tree
    : { ...cut, self: cut.total.map((total) => selfFromTotals(cut, total)) };
}

/** The tree in as few parts as hold no more than a post may; added up they are the tree. It must be postable. */
export function* postsOf(tree: CallTree, limits: PostLimits): Generator<CallTree> {
  const measures = measuresOf(tree, limits);
  const down = measures.map((measure) => downTo(tree, measure));
  let from = 0;
  let sums = measures.map(({ of }) => of(0));
  for (let node = 1; node < tree.name.length; node++) {
    const grown = sums.map((sum, i) => sum + (measures[i]?.of(node) ?? 0));
    if (grown.every((sum, i) => sum <= (measures[i]?.most ?? 0))) {
      sums = grown;
      continue;
    }
    yield part(tree, from, node);
    from = node;
    sums = down.map((column) => column[node] ?? 0);
  }
  yield part(tree, from, tree.name.length);
}

/** The nodes from one to before another, and the frames above them without samples. */
function part(tree: CallTree, from: number, to: number): CallTree {
  if (from === 0 && to === tree.name.length) return tree;
  const above = new Set<number>();
  for (let node = from; node > 0; node = tree.parent[node] ?? 0) above.add(tree.parent[node] ?? 0);
  const within = (node: number) => node >= from && node < to;
  const counted = {
    ...tree,
    self: tree.self.map((column) => column.map((n, node) => (within(node) ? n : 0))),
  };
  const kept = keepNodes(counted, (node) => within(node) || above.has(node));
  return { ...kept, total: kept.self.map((column) => sumSubtrees(kept.parent, column)) };
}

function measuresOf(tree: CallTree, { bytes, frames, characters, values }: PostLimits): Measure[] {
  const sizes = jsonSizes(tree);
  return [
    { of: (node) => (node === 0 ? 0 : 1), most: frames },
    { of: sizes.bytes, most: bytes },
    { of: sizes.characters, most: characters },
    { of: sizes.values, most: values },
  ];
}

/** Node → the sum of a measure from the root down to it. */
function downTo({ parent }: CallTree, { of }: Measure): Float64Array {
  const down = new Float64Array(parent.length);
  for (let node = 0; node < down.length; node++) {
    down[node] = (node === 0 ? 0 : (down[parent[node] ?? 0] ?? 0)) + of(node);
  }
  return down;
}

/** Node → 1 when a post can hold it and the frames above it. */
function fitsAlone(tree: CallTree, measures: readonly Measure[]): Uint8Array {
  const fits = new Uint8Array(tree.name.length).fill(1);
  for (const measure of measures) {
    downTo(tree, measure).forEach((sum, node) => {
      if (sum > measure.most) fits[node] = 0;
    });
  }
  return fits;
}
