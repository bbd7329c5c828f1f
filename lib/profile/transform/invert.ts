import type { CallTree } from '../tree/call-tree';
import type { SampleColumn } from '../tree/sample-column';
import type { NodeGroup } from './branch';
import { branchPath } from './branch-path';
import { sumAt, towardsCallers } from './callers';
import { type GrownFrame, growTree } from './grow-tree';
import { MAX_SENT_FRAMES, MIN_FRAME_PX, type ScreenTree } from './screen';

/** The part of an inverted tree to show. */
type InvertedScreen = {
  /** Node → self samples in the visible thread states. */
  samples: SampleColumn;
  /** Width in pixels of the whole tree, or of the focused frame. */
  width: number;
  /** Names from the function on top of the stack to the focused caller; empty for the whole tree. */
  focus?: readonly string[];
  /** Maximum number of frames besides those of the focus. */
  maxFrames?: number;
};

/**
 * Inverts the whole tree: under the root are the functions by self samples, below each its callers. The self of a frame is
 * the samples of the stacks that start with it. The result can have as many nodes as all stacks together have frames.
 */
export function invert(tree: CallTree): CallTree {
  const isSampled = new Uint32Array(tree.name.length);
  for (const column of tree.self) {
    for (let node = 0; node < isSampled.length; node++) if (column[node] !== 0) isSampled[node] = 1;
  }
  const limits = { minSamples: 1, maxFrames: Infinity, maxVisited: Infinity };
  const growth = { ...towardsCallers(tree, tree.self), trunk: [rootOf(tree)], start: sampled(isSampled) };
  return growTree(tree, { ...growth, samples: isSampled }, limits).tree;
}

/**
 * Inverts the tree as far as a screen can show it: frames of at least a pixel, the widest first. With a focus, only the
 * frames from the root to it and those below it. The returned `focus` is its node, undefined when no stack has these frames
 * and the whole tree is shown.
 */
export function invertForScreen(
  tree: CallTree,
  { samples, width, focus = [], maxFrames = MAX_SENT_FRAMES }: InvertedScreen,
): ScreenTree & { focus: number | undefined } {
  const { expand, measure } = towardsCallers(tree, tree.self);
  const start = sampled(samples);
  const path = branchPath(tree, start, focus, expand);
  const focused = path?.at(-1);
  const whole = sumAt(samples, (focused ?? start).sources);
  const trunk = [rootOf(tree), ...(path ?? []).map(measure)];
  const growth = { trunk, start: focused ? expand(focused) : start, expand, measure, samples };
  const limits = { minSamples: (whole / width) * MIN_FRAME_PX, maxFrames: maxFrames + trunk.length - 1 };
  return { ...growTree(tree, growth, limits), focus: path?.length };
}

/** The nodes with self samples, except the root. */
function sampled(samples: SampleColumn): NodeGroup {
  const nodes = new Uint32Array(samples.length);
  let count = 0;
  for (let node = 1; node < samples.length; node++) if (samples[node] !== 0) nodes[count++] = node;
  const ends = nodes.subarray(0, count);
  return { nodes: ends, sources: ends };
}

/** The root of the inverted tree has the same samples as that of the original. */
const rootOf = (tree: CallTree): GrownFrame => ({
  name: tree.name[0] ?? 0,
  self: tree.self.map((column) => column[0] ?? 0),
  total: tree.total.map((column) => column[0] ?? 0),
  file: -1,
  lineFrom: 0,
  lineTo: 0,
});
