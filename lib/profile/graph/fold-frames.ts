import { MIN_FRAME_PX } from '../transform/screen';
import type { CallTree } from '../tree/call-tree';
import type { NodeSamples, SampleColumn } from '../tree/sample-column';
import type { DrawnFrame } from './drawn-frame';
import { partsBelow } from './frame-parts';

/** Narrower blocks can't be seen; they leave a gap. */
const MIN_BLOCK_PX = 0.5;

type FoldOptions = {
  focus: number;
  /** Width of the focused frame. */
  px: number;
  /** Narrower frames are part of a block, pixels. */
  minPx?: number;
  /** Node → samples directly below it beyond the maximum depth, which get a block of their own. */
  deeper?: ArrayLike<number> | undefined;
};

/**
 * Boxes to draw of the focused node's subtree, depth-first and in the tree's order: every frame of a pixel or more, and one
 * block for each run of narrower neighbours. Frames that a cut left out are in the last block of their parent. Children fill
 * their parent's total except its self and blocks under half a pixel.
 */
export function foldFrames(
  tree: CallTree,
  samples: NodeSamples,
  { focus, px, minPx = MIN_FRAME_PX, deeper }: FoldOptions,
): DrawnFrame[] {
  const whole = samples.total[focus] ?? 0;
  const pixel = whole / px;
  const minSamples = pixel * minPx;
  const frames: DrawnFrame[] = [];
  const pending: DrawnFrame[] = [{ node: focus, parent: -1, row: 0, x: 0, width: 1, samples: whole }];
  for (let frame = pending.pop(); frame; frame = pending.pop()) {
    const parent = frames.push(frame) - 1;
    if (frame.block || frame.samples < minSamples) continue;
    const row = frame.row + 1;
    let x = frame.x;
    const children: DrawnFrame[] = [];
    for (const part of partsBelow(tree, samples, frame.node, {
      ...{ minSamples, pixel },
      deeper: deeper?.[frame.node] ?? 0,
    })) {
      const width = part.samples / whole;
      if (part.samples >= pixel * MIN_BLOCK_PX) children.push({ ...part, parent, row, x, width });
      x += width;
    }
    pending.push(...children.reverse());
  }
  return frames;
}

/** Approximate number of rows of the focused node's subtree, counting only frames that aren't in blocks. */
export function estimatedRowCount(tree: CallTree, total: SampleColumn, focus: number, px: number): number {
  const narrowest = ((total[focus] ?? 0) / px) * MIN_FRAME_PX;
  let deepest = tree.depth[focus] ?? 0;
  for (let node = focus; node < (tree.end[focus] ?? 0); node++) {
    if ((total[node] ?? 0) >= narrowest) deepest = Math.max(deepest, tree.depth[node] ?? 0);
  }
  return 1 + deepest - (tree.depth[focus] ?? 0);
}
