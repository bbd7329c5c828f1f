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
  const pending: DrawnFrame[] = [
    { node: focus, parent: -1, row: 0, x: 0, width: 1, samples: whole, block: undefined },
  ];
  for (let frame = pending.pop(); frame; frame = pending.pop()) {
    const parent = frames.push(frame) - 1;
    if (frame.block || frame.samples < minSamples) continue;
    const row = frame.row + 1;
    const below = deeper?.[frame.node] ?? 0;
    const parts = partsBelow(tree, samples, frame.node, { minSamples, pixel, deeper: below });
    let x = frame.x;
    const first = pending.length;
    for (const { node, samples: own, block } of parts) {
      const width = own / whole;
      if (own >= pixel * MIN_BLOCK_PX) pending.push({ node, parent, row, x, width, samples: own, block });
      x += width;
    }
    reverseFrom(pending, first);
  }
  return frames;
}

/** Reverses the items from `first` on in place. */
function reverseFrom<Item>(items: Item[], first: number): void {
  for (let low = first, high = items.length - 1; low < high; low++, high--) {
    const [a, b] = [items[low], items[high]];
    if (a !== undefined && b !== undefined) [items[low], items[high]] = [b, a];
  }
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
