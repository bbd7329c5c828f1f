import { maxVisibleFrames, widestNodes } from '../transform/screen';
import type { CallTree } from '../tree/call-tree';
import type { NodeSamples, SampleColumn } from '../tree/sample-column';
import type { DrawnFrame } from './drawn-frame';
import { layOutFolds } from './fold-layout';

/** Shares of the maximum number of frames: the search stops at the first and aims for the second. */
const ENOUGH = 0.97;
const TARGET = 0.985;

/** Narrower frames are folded with their neighbours. */
const MIN_UNFOLDED_PX = 2;

type FoldOptions = {
  focus: number;
  /** Width of the focused frame. */
  px: number;
  /** Node → frames of its subtree in the whole profile, including itself, when the tree was cut. */
  sizes?: ArrayLike<number>;
  /** Maximum number of frames and folds. */
  maxFrames?: number;
};

/**
 * Frames to draw of the focused node's subtree, depth-first and in the tree's order: those at least 2 pixels wide, or the widest
 * of them when there are too many, and a fold in place of each run of others. Frames that a cut left out are in the last fold.
 * Children fill their parent's total except its self and folds under half a pixel.
 */
export function foldFrames(
  tree: CallTree,
  samples: NodeSamples,
  { focus, px, sizes, maxFrames = maxVisibleFrames(px) }: FoldOptions,
): DrawnFrame[] {
  const pixel = (samples.total[focus] ?? 0) / px;
  const sizeOf = (node: number) => sizes?.[node] ?? (tree.end[node] ?? 0) - node;
  const wide = widestNodes(tree, samples.total, {
    root: focus,
    minSamples: MIN_UNFOLDED_PX * pixel,
    maxNodes: maxFrames,
  });
  const byWidth = (a: number, b: number) => (samples.total[b] ?? 0) - (samples.total[a] ?? 0);
  wide.sort((a, b) => byWidth(a, b) || (tree.depth[a] ?? 0) - (tree.depth[b] ?? 0) || a - b);
  const drawn = (count: number) =>
    layOutFolds(tree, samples, {
      focus,
      pixel,
      unfolded: new Set([focus, ...wide.slice(0, count)]),
      sizeOf,
    });
  const all = drawn(maxFrames);
  if (all.length <= maxFrames) return all;
  // Unfolding one more frame adds about one box and never removes any, so that a few interpolations come close.
  let fits = { count: 0, frames: drawn(0) };
  let exceeds = { count: maxFrames, length: all.length };
  while (fits.frames.length < maxFrames * ENOUGH && exceeds.count - fits.count > 1) {
    const slope = (exceeds.count - fits.count) / (exceeds.length - fits.frames.length);
    const guess = fits.count + Math.round((maxFrames * TARGET - fits.frames.length) * slope);
    const count = Math.min(exceeds.count - 1, Math.max(fits.count + 1, guess));
    const frames = drawn(count);
    if (frames.length > maxFrames) exceeds = { count, length: frames.length };
    else fits = { count, frames };
  }
  return fits.frames;
}

/** Approximate number of rows of the focused node's subtree, counting only frames that aren't folded. */
export function estimatedRowCount(tree: CallTree, total: SampleColumn, focus: number, px: number): number {
  const narrowest = ((total[focus] ?? 0) / px) * MIN_UNFOLDED_PX;
  let deepest = tree.depth[focus] ?? 0;
  for (let node = focus; node < (tree.end[focus] ?? 0); node++) {
    if ((total[node] ?? 0) >= narrowest) deepest = Math.max(deepest, tree.depth[node] ?? 0);
  }
  return 1 + deepest - (tree.depth[focus] ?? 0);
}
