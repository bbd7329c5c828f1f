import { mostFrames, NARROWEST_PX, widest } from '../transform/screen';
import type { Samples } from '../transform/top-functions';
import type { CallTree } from '../tree/call-tree';
import type { SampleColumn } from '../tree/sample-column';

/** Shares of the frames that there may be: fewer are not drawn where there are more, and what is tried for. */
const ENOUGH = 0.97;
const AIM = 0.985;

/** A frame that is narrower is folded with those beside it. */
const FOLDED_PX = 2;

/** What sums of shares are wrong by is less. */
const UNSEEN_PX = 1e-3;

/** A frame to draw, or a fold: one in place of neighbours that are too narrow, and of all that is below them. */
export type DrawnFrame = {
  /** Node in the tree. */
  node: number;
  /** Index of the parent among the drawn frames, -1 for the focused one. */
  parent: number;
  /** 0 is the row of the focused frame. */
  row: number;
  /** Fractions of the graph's width. */
  x: number;
  width: number;
  samples: number;
  /** How many frames a fold stands for; 0 for a frame itself. The node of a fold is the widest of its neighbours. */
  folded: number;
};

type FoldOptions = {
  focus: number;
  /** Pixels that the focused frame is wide. */
  px: number;
  /** Node → frames of its subtree in the whole profile, itself included, where the tree was cut. */
  sizes?: ArrayLike<number>;
  /** Folds among them. */
  most?: number;
};

/**
 * The frames to draw of the focused node's subtree, depth-first, siblings in the tree's order: those of 2 pixels or more,
 * the widest first when they are too many, and one in place of each run of others between them. What a cut left out is
 * in the last run. All drawn in a frame is its total but its self, and runs under half a pixel that nobody sees.
 */
export function foldFrames(
  tree: CallTree,
  samples: Samples,
  { focus, px, sizes, most = mostFrames(px) }: FoldOptions,
): DrawnFrame[] {
  const pixel = (samples.total[focus] ?? 0) / px;
  const sizeOf = (node: number) => sizes?.[node] ?? (tree.end[node] ?? 0) - node;
  const wide = widest(tree, samples.total, {
    root: focus,
    narrowest: FOLDED_PX * pixel,
    most,
  });
  const byWidth = (a: number, b: number) => (samples.total[b] ?? 0) - (samples.total[a] ?? 0);
  wide.sort((a, b) => byWidth(a, b) || (tree.depth[a] ?? 0) - (tree.depth[b] ?? 0) || a - b);
  const drawn = (count: number) =>
    layOutFolds(tree, samples, { focus, pixel, own: new Set([focus, ...wide.slice(0, count)]), sizeOf });
  const all = drawn(most);
  if (all.length <= most) return all;
  // More frames of their own never make fewer in all, and hardly more than one more each: a few tries come close.
  let fits = { count: 0, frames: drawn(0) };
  let exceeds = { count: most, length: all.length };
  while (fits.frames.length < most * ENOUGH && exceeds.count - fits.count > 1) {
    const slope = (exceeds.count - fits.count) / (exceeds.length - fits.frames.length);
    const guess = fits.count + Math.round((most * AIM - fits.frames.length) * slope);
    const count = Math.min(exceeds.count - 1, Math.max(fits.count + 1, guess));
    const frames = drawn(count);
    if (frames.length > most) exceeds = { count, length: frames.length };
    else fits = { count, frames };
  }
  return fits.frames;
}

/** About how many rows the frames of a focus fill that are wide enough to be drawn as they are. */
export function estimatedRowCount(tree: CallTree, total: SampleColumn, focus: number, px: number): number {
  const narrowest = ((total[focus] ?? 0) / px) * FOLDED_PX;
  let deepest = tree.depth[focus] ?? 0;
  for (let node = focus; node < (tree.end[focus] ?? 0); node++) {
    if ((total[node] ?? 0) >= narrowest) deepest = Math.max(deepest, tree.depth[node] ?? 0);
  }
  return 1 + deepest - (tree.depth[focus] ?? 0);
}

type Layout = {
  focus: number;
  /** Samples of one pixel. */
  pixel: number;
  /** Nodes that are drawn as they are where their parents are. */
  own: ReadonlySet<number>;
  sizeOf(node: number): number;
};

function layOutFolds(tree: CallTree, samples: Samples, layout: Layout): DrawnFrame[] {
  const { focus, pixel, own } = layout;
  const whole = samples.total[focus] ?? 0;
  const frames: DrawnFrame[] = [];
  const waiting: DrawnFrame[] = [
    { node: focus, parent: -1, row: 0, x: 0, width: 1, samples: whole, folded: 0 },
  ];
  for (let frame = waiting.pop(); frame; frame = waiting.pop()) {
    const parent = frames.push(frame) - 1;
    if (frame.folded > 0 || !own.has(frame.node)) continue;
    const row = frame.row + 1;
    let x = frame.x;
    const below: DrawnFrame[] = [];
    for (const { node, samples: counted, folded } of partsBelow(tree, samples, frame.node, layout)) {
      const width = counted / whole;
      if (counted >= pixel * NARROWEST_PX)
        below.push({ node, parent, row, x, width, samples: counted, folded });
      x += width;
    }
    waiting.push(...below.reverse());
  }
  return frames;
}

type Part = Pick<DrawnFrame, 'node' | 'samples' | 'folded'>;

/** What is below a frame, in order: frames of their own, and runs of others with all below them. A lone one is itself. */
function partsBelow(
  tree: CallTree,
  { total, self }: Samples,
  frame: number,
  { pixel, own, sizeOf }: Layout,
): Part[] {
  const parts: Part[] = [];
  let run: Part | undefined;
  let widestOfRun = 0;
  let rest = (total[frame] ?? 0) - (self[frame] ?? 0);
  let restSize = sizeOf(frame) - 1;
  const fold = (node: number, samples: number, frames: number) => {
    if (!run) {
      run = { node, samples: 0, folded: 0 };
      widestOfRun = samples;
      parts.push(run);
    }
    if (samples > widestOfRun) {
      run.node = node;
      widestOfRun = samples;
    }
    run.samples += samples;
    run.folded += frames;
  };
  const past = tree.end[frame] ?? 0;
  for (let child = frame + 1; child < past; child = tree.end[child] ?? past) {
    const samples = total[child] ?? 0;
    const size = sizeOf(child);
    rest -= samples;
    restSize -= size;
    if (own.has(child)) {
      parts.push({ node: child, samples, folded: 0 });
      run = undefined;
    } else if (samples > 0) fold(child, samples, size);
  }
  if (rest > pixel * UNSEEN_PX) fold(frame, rest, Math.max(1, restSize));
  return parts.map((part) => (part.folded === 1 && part.node !== frame ? { ...part, folded: 0 } : part));
}
