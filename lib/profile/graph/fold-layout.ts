import { MIN_FRAME_PX } from '../transform/screen';
import type { CallTree } from '../tree/call-tree';
import type { NodeSamples } from '../tree/sample-column';
import type { DrawnFrame } from './drawn-frame';

/** Shares missing only through rounding are narrower than this. */
const ROUNDING_PX = 1e-3;

type Layout = {
  focus: number;
  /** Samples per pixel. */
  pixel: number;
  /** Nodes to draw as frames wherever their parents are; all others are folded. */
  unfolded: ReadonlySet<number>;
  /** Node → frames of its subtree in the whole profile, including itself. */
  sizeOf(node: number): number;
};

/** Lays out the focused node's subtree, depth-first, without frames and folds narrower than half a pixel. */
export function layOutFolds(tree: CallTree, samples: NodeSamples, layout: Layout): DrawnFrame[] {
  const { focus, pixel, unfolded } = layout;
  const whole = samples.total[focus] ?? 0;
  const frames: DrawnFrame[] = [];
  const pending: DrawnFrame[] = [
    { node: focus, parent: -1, row: 0, x: 0, width: 1, samples: whole, folded: 0 },
  ];
  for (let frame = pending.pop(); frame; frame = pending.pop()) {
    const parent = frames.push(frame) - 1;
    if (frame.folded > 0 || !unfolded.has(frame.node)) continue;
    const row = frame.row + 1;
    let x = frame.x;
    const children: DrawnFrame[] = [];
    for (const part of partsBelow(tree, samples, frame.node, layout)) {
      const width = part.samples / whole;
      if (part.samples >= pixel * MIN_FRAME_PX) children.push({ ...part, parent, row, x, width });
      x += width;
    }
    pending.push(...children.reverse());
  }
  return frames;
}

type Part = Pick<DrawnFrame, 'node' | 'samples' | 'folded'>;

/** Unfolded children of a frame and, between them, folds of the others; a fold of a single frame is that frame. */
function partsBelow(
  tree: CallTree,
  { total, self }: NodeSamples,
  frame: number,
  { pixel, unfolded, sizeOf }: Layout,
): Part[] {
  const parts: Part[] = [];
  let run: Part | undefined;
  let widestInRun = 0;
  let rest = (total[frame] ?? 0) - (self[frame] ?? 0);
  let restSize = sizeOf(frame) - 1;
  const fold = (node: number, samples: number, size: number) => {
    if (!run) {
      run = { node, samples: 0, folded: 0 };
      widestInRun = samples;
      parts.push(run);
    }
    if (samples > widestInRun) {
      run.node = node;
      widestInRun = samples;
    }
    run.samples += samples;
    run.folded += size;
  };
  const end = tree.end[frame] ?? 0;
  for (let child = frame + 1; child < end; child = tree.end[child] ?? end) {
    const samples = total[child] ?? 0;
    const size = sizeOf(child);
    rest -= samples;
    restSize -= size;
    if (unfolded.has(child)) {
      parts.push({ node: child, samples, folded: 0 });
      run = undefined;
    } else if (samples > 0) fold(child, samples, size);
  }
  if (rest > pixel * ROUNDING_PX) fold(frame, rest, Math.max(1, restSize));
  return parts.map((part) => (part.folded === 1 && part.node !== frame ? { ...part, folded: 0 } : part));
}
