import TinyQueue from 'tinyqueue';
import type { CallTree } from '../tree/call-tree';
import { depthFirst } from '../tree/depth-first';
import type { SampleColumn } from '../tree/sample-column';
import { type Branch, Branches, type NodeGroup } from './branch';
import type { ScreenTree } from './screen';

/** Less than a second of work. Only endlessly recursive stacks come near it. */
const MAX_VISITED = 8_000_000;

/** A frame of a derived tree: its source location, and self and total samples for each thread state. */
export type GrownFrame = {
  name: number;
  self: number[];
  total: number[];
  file: number;
  lineFrom: number;
  lineTo: number;
};

/** Describes how to derive a tree from another, frame by frame. */
export type Growth = {
  /** The frames from the root to the one below which the tree grows. */
  trunk: readonly GrownFrame[];
  /** The nodes directly below the trunk. */
  start: NodeGroup;
  /** The nodes directly below a frame. */
  expand(branch: Branch): NodeGroup;
  measure(branch: Branch): GrownFrame;
  /** Source node → samples in the visible thread states. */
  samples: SampleColumn;
};

type GrowthLimits = {
  /** Minimum samples of a frame. Frames without samples are always left out. */
  minSamples: number;
  /** Maximum number of frames, including the trunk. */
  maxFrames: number;
  /** Maximum number of nodes to visit. The frames still queued then, the narrowest ones, are left out. */
  maxVisited?: number;
};

type QueuedBranch = { branch: Branch; parent: number; depth: number };

/**
 * Grows a tree within the limits, preferring wide frames, then those near the root. The samples of omitted frames are in the
 * totals above them. The cost depends on the frames kept. String tables are shared with the original. The trunk's own omitted
 * frames are counted only at its last frame.
 */
export function growTree(
  tree: CallTree,
  { trunk, start, expand, measure, samples }: Growth,
  { minSamples, maxFrames, maxVisited = MAX_VISITED }: GrowthLimits,
): ScreenTree {
  const branches = new Branches(tree, samples);
  const frames = [...trunk];
  const parents = trunk.map((_, i) => Math.max(0, i - 1));
  const omitted = trunk.map(() => 0);
  const queue = new TinyQueue<QueuedBranch>([], widestFirst);
  const enqueue = (group: NodeGroup, parent: number, depth: number) => {
    const parted = branches.partition(group, minSamples);
    for (const branch of parted.branches) queue.push({ branch, parent, depth });
    omitted[parent] = parted.omitted;
    return group.nodes.length;
  };
  let visited = enqueue(start, frames.length - 1, frames.length);
  while (frames.length < maxFrames && visited < maxVisited) {
    const next = queue.pop();
    if (!next) break;
    parents.push(next.parent);
    const node = frames.push(measure(next.branch)) - 1;
    visited += enqueue(expand(next.branch), node, next.depth + 1);
  }
  for (const { parent } of queue.data) omitted[parent] = (omitted[parent] ?? 0) + 1;
  return { tree: treeOf(tree, frames, parents, omitted), isBounded: queue.length > 0 };
}

const widestFirst = (a: QueuedBranch, b: QueuedBranch) =>
  b.branch.samples - a.branch.samples || a.depth - b.depth || a.parent - b.parent;

function treeOf(
  tree: CallTree,
  frames: readonly GrownFrame[],
  parents: readonly number[],
  omittedOf: readonly number[],
): CallTree {
  const { position, parent, depth, end } = depthFirst(parents);
  const ordered: GrownFrame[] = [];
  const omitted = new Uint32Array(frames.length);
  frames.forEach((frame, i) => {
    ordered[position[i] ?? 0] = frame;
    omitted[position[i] ?? 0] = omittedOf[i] ?? 0;
  });
  const samples = (kind: 'self' | 'total') =>
    tree.states.map((_, state) => Float64Array.from(ordered, (frame) => frame[kind][state] ?? 0));
  return {
    names: tree.names,
    files: tree.files,
    name: Uint32Array.from(ordered, ({ name }) => name),
    parent,
    depth,
    end,
    file: Int32Array.from(ordered, ({ file }) => file),
    lineFrom: Uint32Array.from(ordered, ({ lineFrom }) => lineFrom),
    lineTo: Uint32Array.from(ordered, ({ lineTo }) => lineTo),
    states: tree.states,
    self: samples('self'),
    total: samples('total'),
    omitted,
  };
}
