import type { CallTree } from '../tree/call-tree';
import type { NodeSamples } from '../tree/sample-column';
import type { NodeGroup } from './branch';
import { towardsCallees } from './callees';
import { sumAt, towardsCallers } from './callers';
import { type GrownFrame, growTree } from './grow-tree';
import { MIN_FRAME_PX, maxVisibleFrames } from './screen';

/** A function wherever it was called, all its frames taken together. */
type Inspection = {
  /** NodeSamples of the function itself, and with all it called; a recursive call counts once. */
  self: number;
  total: number;
  /** Frames of it that have samples, recursive ones too. */
  places: number;
  /** Under the root the function, below it what it called, below each what that called. */
  callees: CallTree;
  /** Under the root the function, below it who called it, below each who called that. */
  callers: CallTree;
};

/**
 * One function by its name. Both trees have the whole samples of the function and of their frames those that are at
 * least half a pixel wide when the function fills the width, at most `most`, the widest first.
 */
export function inspect(
  tree: CallTree,
  name: string,
  { samples, width, most = maxVisibleFrames(width) }: { samples: NodeSamples; width: number; most?: number },
): Inspection {
  const { outermost, self, places } = framesOf(tree, name, samples);
  const total = sumAt(samples.total, outermost);
  const start: NodeGroup = { at: outermost, from: outermost };
  const trunk = [rootOf(tree, outermost)];
  const growth = { trunk, start, samples: samples.total };
  const limits = { narrowest: (total / width) * MIN_FRAME_PX, most };
  return {
    self,
    total,
    places,
    callees: growTree(tree, { ...growth, ...towardsCallees(tree) }, limits),
    callers: growTree(tree, { ...growth, ...towardsCallers(tree, tree.total) }, limits),
  };
}

/** The frames of a function that it has not called itself; how many frames of it have samples, and their self. */
function framesOf(tree: CallTree, wanted: string, { self, total }: NodeSamples) {
  const name = tree.names.indexOf(wanted);
  const outermost: number[] = [];
  let selfSum = 0;
  let places = 0;
  let past = 0;
  for (let node = 1; node < tree.name.length; node++) {
    if (tree.name[node] !== name) continue;
    if ((total[node] ?? 0) > 0) places += 1;
    selfSum += self[node] ?? 0;
    if (node < past) continue;
    outermost.push(node);
    past = tree.end[node] ?? 0;
  }
  return { outermost: Uint32Array.from(outermost), self: selfSum, places };
}

const rootOf = (tree: CallTree, frames: Uint32Array): GrownFrame => ({
  name: tree.name[0] ?? 0,
  self: tree.self.map(() => 0),
  total: tree.total.map((column) => sumAt(column, frames)),
  file: -1,
  lineFrom: 0,
  lineTo: 0,
});
