import { estimatedSeconds, samplesByState } from '@/lib/profile/graph/estimated-seconds';
import { frameTitle } from '@/lib/profile/graph/frame-title';
import { parseFrame } from '@/lib/profile/graph/parse-frame';
import type { CallTree } from '@/lib/profile/tree/call-tree';
import type { SampleColumn } from '@/lib/profile/tree/sample-column';
import { costOfShare } from '@/lib/profile/view/frame-cost';
import { costInWords } from '../cost/cost-text';
import type { Picture, SampleWeights } from '../graph/picture';
import { deeperThan } from './deeper-text';
import { formatSamples, formatShare } from './format-samples';

export const ROOT_LABEL = 'All samples';

export type FrameFacts = {
  /** Full name; the root has ROOT_LABEL. */
  name: string;
  label: string;
  package: string;
  /** `app.py:12`, `app.py:12–40`; undefined if the file is unknown. */
  place: string | undefined;
  self: number;
  total: number;
  /** Samples of callees too narrow to be sent, or deeper than the maximum depth. */
  leftOut: number;
  byState: { state: string; total: number }[];
  /** Estimates; undefined if the agent did not report its sampling rate. */
  seconds: { self: number | undefined; total: number | undefined };
};

/** Facts about a node in the given thread states. */
export function frameFacts(
  tree: CallTree,
  states: readonly string[],
  node: number,
  sampleWeights: SampleWeights = {},
): FrameFacts {
  const name = tree.names[tree.name[node] ?? 0] ?? '';
  const byState = tree.states
    .map((state, i) => ({
      state,
      total: tree.total[i]?.[node] ?? 0,
      self: tree.self[i]?.[node] ?? 0,
      below: childTotal(tree, tree.total[i], node),
    }))
    .filter(({ state }) => states.includes(state));
  const sum = (kind: 'total' | 'self' | 'below') => byState.reduce((all, counts) => all + counts[kind], 0);
  const frame = parseFrame(name);
  return {
    name: node === 0 ? ROOT_LABEL : frameTitle(name),
    label: node === 0 ? ROOT_LABEL : frame.label,
    package: frame.package,
    place: placeOf(tree, node),
    self: sum('self'),
    total: sum('total'),
    leftOut: Math.max(0, sum('total') - sum('self') - sum('below')),
    byState: byState.filter(({ total }) => total > 0).sort((a, b) => b.total - a.total),
    seconds: {
      self: estimatedSeconds(samplesByState(tree, states, node, 'self'), sampleWeights),
      total: estimatedSeconds(samplesByState(tree, states, node, 'total'), sampleWeights),
    },
  };
}

/** One sentence about a frame: its name, share and samples. */
export const describeFrame = (picture: Picture, node: number): string =>
  frameDescription(picture, node).join(': ');

/** A frame's name, at most 300 characters, and its share and samples. */
export function frameDescription(
  { tree, states, whole, deeper, cost }: Picture,
  node: number,
): [name: string, facts: string] {
  const { name, self, total } = frameFacts(tree, states, node);
  const below = deeper?.below[node] ?? 0;
  const cut = deeper && below > 0 ? `, ${formatSamples(below)} ${deeperThan(deeper.maxDepth)}` : '';
  const price = cost ? `, ${costInWords(costOfShare(total / whole, cost), cost.ms)}` : '';
  return [
    name.slice(0, 300),
    `${formatShare(total / whole)} of all, ${formatSamples(total)}, self ${formatSamples(self)}${cut}${price}`,
  ];
}

function childTotal(tree: CallTree, column: SampleColumn | undefined, node: number): number {
  let sum = 0;
  for (
    let child = node + 1;
    child < (tree.end[node] ?? 0);
    child = tree.end[child] ?? Number.POSITIVE_INFINITY
  ) {
    sum += column?.[child] ?? 0;
  }
  return sum;
}

function placeOf(tree: CallTree, node: number): string | undefined {
  const file = tree.files[tree.file[node] ?? -1];
  const [from, to] = [tree.lineFrom[node] ?? 0, tree.lineTo[node] ?? 0];
  if (!file || from === 0) return file;
  return to > from ? `${file}:${from}–${to}` : `${file}:${from}`;
}
