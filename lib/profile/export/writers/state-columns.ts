import type { CallTree } from '../../tree/call-tree';
import type { SampleColumn } from '../../tree/sample-column';

/** A thread state's samples by node. */
export type StateSamples = { state: string; self: SampleColumn; total: SampleColumn };

/** The thread states asked for that the tree has, in the order asked, each once. */
export function samplesIn(tree: CallTree, states: readonly string[]): StateSamples[] {
  return [...new Set(states)].flatMap((state) => {
    const index = tree.states.indexOf(state);
    const self = tree.self[index];
    const total = tree.total[index];
    return self && total ? [{ state, self, total }] : [];
  });
}
