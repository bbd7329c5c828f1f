import type { CallTree } from '../tree/call-tree';
import type { SampleColumn } from '../tree/sample-column';

/** Self samples of some frames: index of a name → samples, and the samples of each state in the order of the states. */
export type SelfSamples = {
  byName: Float64Array;
  byState: number[];
  /** Index of a name → 1 where one of the frames has it, with or without self; absent where that isn't known. */
  seen?: Uint8Array;
};

/** Self samples of all frames in all states: index of a name → samples. */
export function selfInAllStates({
  name,
  names,
  self,
}: Pick<CallTree, 'name' | 'names' | 'self'>): Float64Array {
  const byName = new Float64Array(names.length);
  for (const column of self) {
    for (let node = 0; node < column.length; node++) {
      const samples = column[node] ?? 0;
      if (samples === 0) continue;
      const index = name[node] ?? 0;
      byName[index] = (byName[index] ?? 0) + samples;
    }
  }
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
  const byState = new Float64Array(states.length);
  const columns = states.map(
    (state) => tree.self[tree.states.indexOf(state)] ?? new Uint32Array(name.length),
  );
  for (let i = 0; i < roots.length; i++) {
    const root = roots[i] ?? 0;
    for (let node = root; node < (end[root] ?? 0); node++) {
      if (total[node] === 0) continue;
      const index = name[node] ?? 0;
      seen[index] = 1;
      for (let state = 0; state < columns.length; state++) {
        const samples = columns[state]?.[node] ?? 0;
        if (samples === 0) continue;
        byName[index] = (byName[index] ?? 0) + samples;
        byState[state] = (byState[state] ?? 0) + samples;
      }
    }
  }
  return { byName, byState: [...byState], seen };
}
