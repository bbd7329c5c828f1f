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

/** Adds up the self samples of whole subtrees, which must not overlap, in the given states. */
export function selfSamples(tree: CallTree, states: readonly string[], roots: ArrayLike<number> = [0]) {
  const byName = new Float64Array(tree.names.length);
  const seen = new Uint8Array(tree.names.length);
  const byState = states.map((state) => {
    const index = tree.states.indexOf(state);
    const [self, total] = [tree.self[index], tree.total[index]];
    let sum = 0;
    for (let i = 0; self && total && i < roots.length; i++) {
      const first = roots[i] ?? 0;
      const past = tree.end[first] ?? 0;
      markSeen(seen, tree.name, total, first, past);
      sum += addSelf(byName, tree.name, self, first, past);
    }
    return sum;
  });
  return { byName, byState, seen };
}

function markSeen(
  seen: Uint8Array,
  name: IndexColumn,
  total: SampleColumn,
  first: number,
  past: number,
): void {
  for (let node = first; node < past; node++) if (total[node] !== 0) seen[name[node] ?? 0] = 1;
}

/** Adds the samples of the nodes from `first` to before `past` to their names, and returns their sum. */
function addSelf(
  byName: Float64Array,
  name: IndexColumn,
  self: SampleColumn,
  first: number,
  past: number,
): number {
  let sum = 0;
  for (let node = first; node < past; node++) {
    const samples = self[node] ?? 0;
    if (samples === 0) continue;
    const index = name[node] ?? 0;
    byName[index] = (byName[index] ?? 0) + samples;
    sum += samples;
  }
  return sum;
}
