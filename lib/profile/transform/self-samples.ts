import type { CallTree } from '../tree/call-tree';
import type { IndexColumn } from '../tree/columns';
import type { SampleColumn } from '../tree/sample-column';

/** Self samples of some frames: index of a name → samples, and the samples of each state in the order of the states. */
export type SelfSamples = { byName: Float64Array; byState: number[] };

/** Adds up the self samples of whole subtrees, which must not overlap, in the given states. */
export function selfSamples(
  tree: CallTree,
  states: readonly string[],
  roots: ArrayLike<number> = [0],
): SelfSamples {
  const byName = new Float64Array(tree.names.length);
  const byState = states.map((state) => {
    const column = tree.self[tree.states.indexOf(state)];
    let sum = 0;
    for (let i = 0; column && i < roots.length; i++) {
      const root = roots[i] ?? 0;
      sum += addSelf(byName, tree.name, column, root, tree.end[root] ?? 0);
    }
    return sum;
  });
  return { byName, byState };
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
