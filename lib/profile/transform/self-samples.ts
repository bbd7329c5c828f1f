import type { CallTree } from '../tree/call-tree';
import type { IndexColumn } from '../tree/columns';
import type { SampleColumn } from '../tree/sample-column';

/** Self samples of some frames: index of a name → samples, and the samples of each state in the order of the states. */
export type SelfSamples = {
  byName: Float64Array;
  byState: number[];
  /** Index of a name → 1 where one of the frames has it, with or without self; absent where that isn't known. */
  seen?: Uint8Array;
};

/** Self samples of all frames in all states: index of a name → samples. `counted` are those of some states, which aren't counted again. */
export function selfInAllStates(
  { name, names, states, self }: Pick<CallTree, 'name' | 'names' | 'states' | 'self'>,
  counted: { states: readonly string[] } & Pick<SelfSamples, 'byName'>,
): Float64Array {
  // Of other columns, `selfSamples` may leave frames out.
  const isWhole = self.every((column) => column instanceof Uint32Array);
  const byName = isWhole ? counted.byName.slice() : new Float64Array(names.length);
  self.forEach((column, state) => {
    const isCounted = isWhole && counted.states.includes(states[state] ?? '');
    if (!isCounted) addByName({ from: 0, to: column.length }, column, name, byName);
  });
  return byName;
}

/**
 * Adds up the self samples of whole subtrees, which must not overlap, in the given states. `total` is node → samples in these
 * states; frames without any aren't counted.
 */
export function selfSamples(
  tree: CallTree,
  states: readonly string[],
  total: SampleColumn,
  roots: ArrayLike<number> = [0],
): SelfSamples & { seen: Uint8Array } {
  const { name, end } = tree;
  const byName = new Float64Array(tree.names.length);
  const seen = new Uint8Array(tree.names.length);
  const spans = Array.from(roots, (root) => ({ from: root, to: end[root] ?? 0 }));
  for (const span of spans) markSampled(span, total, name, seen);
  const byState = states.map((state) => {
    const column = tree.self[tree.states.indexOf(state)];
    if (!column) return 0;
    const add = (span: Nodes) =>
      column instanceof Uint32Array
        ? addByName(span, column, name, byName)
        : addCounted(span, column, total, name, byName);
    return spans.reduce((sum, span) => sum + add(span), 0);
  });
  return { byName, byState, seen };
}

/** Nodes from the first to before the last. */
type Nodes = { from: number; to: number };

/** Sets 1 for the names of frames with samples. */
function markSampled({ from, to }: Nodes, total: SampleColumn, name: IndexColumn, seen: Uint8Array): void {
  for (let node = from; node < to; node++) if (total[node] !== 0) seen[name[node] ?? 0] = 1;
}

/** Adds the samples of a state to their names, and returns their sum. One state at a time, because a loop within the loop is slow. */
function addByName(
  { from, to }: Nodes,
  column: SampleColumn,
  name: IndexColumn,
  byName: Float64Array,
): number {
  let sum = 0;
  for (let node = from; node < to; node++) {
    const samples = column[node] ?? 0;
    if (samples === 0) continue;
    const index = name[node] ?? 0;
    byName[index] = (byName[index] ?? 0) + samples;
    sum += samples;
  }
  return sum;
}

/** The same without frames whose total is 0, which only negative samples can cause. */
function addCounted(
  { from, to }: Nodes,
  column: SampleColumn,
  total: SampleColumn,
  name: IndexColumn,
  byName: Float64Array,
): number {
  let sum = 0;
  for (let node = from; node < to; node++) {
    if (total[node] === 0) continue;
    const samples = column[node] ?? 0;
    const index = name[node] ?? 0;
    byName[index] = (byName[index] ?? 0) + samples;
    sum += samples;
  }
  return sum;
}
