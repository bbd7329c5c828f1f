import type { CallTree } from '../tree/call-tree';
import type { NodeSamples } from '../tree/sample-column';
import type { NodeGroup } from './branch';
import { branchPath } from './branch-path';
import { towardsCallees } from './callees';
import { sumAt, towardsCallers } from './callers';
import { type GrownFrame, type Growth, growTree } from './grow-tree';
import { MAX_SENT_FRAMES, MIN_FRAME_PX } from './screen';

/** All frames of a function taken together, regardless of their callers. */
type Inspection = {
  /** Samples of the function itself, and including its callees. Recursive calls count once. */
  self: number;
  total: number;
  /** Number of frames with samples, including recursive ones. */
  places: number;
  /** Its frames that are not recursive calls. */
  outermost: Uint32Array;
  /** Under the root the function, below it its callees, below each its own callees. */
  callees: CallTree;
  /** Under the root the function, below it its callers, below each its own callers. */
  callers: CallTree;
  /** Either tree has the maximum number of frames. */
  isBounded: boolean;
};

type InspectOptions = {
  samples: NodeSamples;
  width: number;
  maxFrames?: number;
  /** Names from the function to a frame of one tree, which then has only the frames up to that one and those below it. */
  focus?: { in: 'callees' | 'callers'; names: readonly string[] } | undefined;
};

/**
 * Inspects a function by name. Both trees have all samples of the function. Their frames are at least a pixel wide
 * when the function, or the focus in its tree, fills the width, at most `maxFrames`, the widest first.
 */
export function inspect(tree: CallTree, name: string, options: InspectOptions): Inspection {
  const { samples, width, maxFrames = MAX_SENT_FRAMES, focus } = options;
  const { outermost, self, places } = framesOf(tree, name, samples);
  const total = sumAt(samples.total, outermost);
  const start: NodeGroup = { nodes: outermost, sources: outermost };
  const grown = (towards: Pick<Growth, 'expand' | 'measure'>, names: readonly string[] = []) => {
    const path = branchPath(tree, start, names, towards.expand) ?? [];
    const last = path.at(-1);
    const trunk = [rootOf(tree, outermost), ...path.map(towards.measure)];
    const growth = { trunk, start: last ? towards.expand(last) : start, samples: samples.total, ...towards };
    const widest = last ? sumAt(samples.total, last.sources) : total;
    return growTree(tree, growth, {
      minSamples: (widest / width) * MIN_FRAME_PX,
      maxFrames: maxFrames + path.length,
    });
  };
  const namesIn = (side: 'callees' | 'callers') => (focus?.in === side ? focus.names : []);
  const callees = grown(towardsCallees(tree), namesIn('callees'));
  const callers = grown(towardsCallers(tree, tree.total), namesIn('callers'));
  return {
    self,
    total,
    places,
    outermost,
    callees: callees.tree,
    callers: callers.tree,
    isBounded: callees.isBounded || callers.isBounded,
  };
}

/** The frames of a function that are not recursive calls, the number of all its frames with samples, and their self. */
function framesOf(tree: CallTree, functionName: string, { self, total }: NodeSamples) {
  const name = tree.names.indexOf(functionName);
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
