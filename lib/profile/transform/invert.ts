import type { CallTree } from '../tree/call-tree';
import type { SampleColumn } from '../tree/sample-column';
import type { Branch, NodeGroup } from './branch';
import { sumAt, towardsCallers } from './callers';
import { type GrownFrame, growTree } from './grow-tree';
import { MIN_FRAME_PX, maxVisibleFrames } from './screen';

/** What of an inverted tree a screen shows. */
type InvertedScreen = {
  /** Node → self samples over the states that are drawn. */
  samples: SampleColumn;
  /** Pixels that the whole is wide, or the focused frame. */
  width: number;
  /** Names from the function that ran to the caller that is focused; without any the whole. */
  focus?: readonly string[];
  /** Frames at most besides those of the focus. */
  most?: number;
};

/**
 * The inverted tree: under the root the functions by their self samples, below each its callers, and as self of a frame
 * the samples of stacks that begin with it. It can have as many nodes as all stacks together have frames.
 */
export function invert(tree: CallTree): CallTree {
  const isSampled = new Uint32Array(tree.name.length);
  for (const column of tree.self) {
    for (let node = 0; node < isSampled.length; node++) if (column[node] !== 0) isSampled[node] = 1;
  }
  const limits = { narrowest: 1, most: Infinity, mostLookedAt: Infinity };
  const growth = { ...towardsCallers(tree, tree.self), trunk: [rootOf(tree)], start: sampled(isSampled) };
  return growTree(tree, { ...growth, samples: isSampled }, limits);
}

/**
 * The frames of the inverted tree that a screen shows: at least half a pixel wide, the widest first. With a focus only
 * the frames from the root to it and those below it, as wide as the screen; `focus` is its node, undefined when no
 * stack has these frames and the whole is shown.
 */
export function invertForScreen(
  tree: CallTree,
  { samples, width, focus = [], most = maxVisibleFrames(width) }: InvertedScreen,
): { tree: CallTree; focus: number | undefined } {
  const { below, measure } = towardsCallers(tree, tree.self);
  const start = sampled(samples);
  const path = pathOf(tree, start, focus, below);
  const focused = path?.at(-1);
  const whole = sumAt(samples, (focused ?? start).from);
  const trunk = [rootOf(tree), ...(path ?? []).map(measure)];
  const growth = { trunk, start: focused ? below(focused) : start, below, measure, samples };
  const limits = { narrowest: (whole / width) * MIN_FRAME_PX, most: most + trunk.length - 1 };
  return { tree: growTree(tree, growth, limits), focus: path?.length };
}

/** The nodes that stacks with samples end in, the root left out. */
function sampled(samples: SampleColumn): NodeGroup {
  const nodes = new Uint32Array(samples.length);
  let count = 0;
  for (let node = 1; node < samples.length; node++) if (samples[node] !== 0) nodes[count++] = node;
  const ends = nodes.subarray(0, count);
  return { at: ends, from: ends };
}

function pathOf(
  tree: CallTree,
  start: NodeGroup,
  focus: readonly string[],
  below: (branch: Branch) => NodeGroup,
): Branch[] | undefined {
  const path: Branch[] = [];
  let nodes = start;
  for (const frame of focus) {
    const name = tree.names.indexOf(frame);
    const isNamed = (_: number, i: number) => tree.name[nodes.at[i] ?? 0] === name;
    const branch = { name, samples: 0, at: nodes.at.filter(isNamed), from: nodes.from.filter(isNamed) };
    if (branch.at.length === 0) return undefined;
    path.push(branch);
    nodes = below(branch);
  }
  return path;
}

/** The root of the inverted tree: the same samples without a frame, the same whole. */
const rootOf = (tree: CallTree): GrownFrame => ({
  name: tree.name[0] ?? 0,
  self: tree.self.map((column) => column[0] ?? 0),
  total: tree.total.map((column) => column[0] ?? 0),
  file: -1,
  lineFrom: 0,
  lineTo: 0,
});
