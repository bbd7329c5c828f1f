import TinyQueue from 'tinyqueue';
import type { CallTree } from '../tree/call-tree';
import { depthFirst } from '../tree/depth-first';
import type { SampleColumn } from '../tree/sample-column';
import { type Branch, Branches, type NodeGroup } from './branch';

/** Less than a second's work, which only stacks that call themselves without end come near. [?] */
const MOST_LOOKED_AT = 8_000_000;

/** A frame of a new tree: where it is, and for each state its own samples and those in and below it. */
export type GrownFrame = {
  name: number;
  self: number[];
  total: number[];
  file: number;
  lineFrom: number;
  lineTo: number;
};

/** How a tree is made of another, frame by frame. */
export type Growth = {
  /** The frames from the root to the one below which the tree grows, and the nodes that stand below that. */
  trunk: readonly GrownFrame[];
  start: NodeGroup;
  /** The nodes that stand below a frame. */
  below(branch: Branch): NodeGroup;
  measure(branch: Branch): GrownFrame;
  /** Node → samples over the states that are drawn, of nodes whose samples are brought. */
  samples: SampleColumn;
};

type GrowthLimits = {
  /** Samples drawn that a frame has at least; it never has none. */
  narrowest: number;
  /** Frames at most, the trunk included. */
  most: number;
  /** NodeGroup that are looked at: what still waits then is left out, the narrowest. */
  mostLookedAt?: number;
};

type Waiting = { branch: Branch; parent: number; depth: number };

/**
 * A tree of the frames within the limits, the widest first, then the nearest to the root. The samples of what is left
 * out are in the totals above it, and the cost depends on what is kept. String tables are shared with the tree given.
 */
export function growTree(
  tree: CallTree,
  { trunk, start, below, measure, samples }: Growth,
  { narrowest, most, mostLookedAt = MOST_LOOKED_AT }: GrowthLimits,
): CallTree {
  const branches = new Branches(tree, samples);
  const frames = [...trunk];
  const parents = trunk.map((_, i) => Math.max(0, i - 1));
  const waiting = new TinyQueue<Waiting>([], widestFirst);
  const grow = (nodes: NodeGroup, parent: number, depth: number) => {
    for (const branch of branches.of(nodes, narrowest)) waiting.push({ branch, parent, depth });
    return nodes.at.length;
  };
  let lookedAt = grow(start, frames.length - 1, frames.length);
  while (frames.length < most && lookedAt < mostLookedAt) {
    const next = waiting.pop();
    if (!next) break;
    parents.push(next.parent);
    const node = frames.push(measure(next.branch)) - 1;
    lookedAt += grow(below(next.branch), node, next.depth + 1);
  }
  return treeOf(tree, frames, parents);
}

const widestFirst = (a: Waiting, b: Waiting) =>
  b.branch.samples - a.branch.samples || a.depth - b.depth || a.parent - b.parent;

function treeOf(tree: CallTree, frames: readonly GrownFrame[], parents: readonly number[]): CallTree {
  const { place, parent, depth, end } = depthFirst(parents);
  const ordered: GrownFrame[] = [];
  frames.forEach((frame, i) => {
    ordered[place[i] ?? 0] = frame;
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
  };
}
