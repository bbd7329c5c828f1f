import type { CallTree } from '../../tree/call-tree';
import type { SampleColumn } from '../../tree/sample-column';

/** Samples of one thread state by node. */
export type StateColumns = { state: string; self: SampleColumn; total: SampleColumn };

/** Columns of the requested thread states that the tree has, in the requested order without duplicates. */
export function stateColumns(tree: CallTree, states: readonly string[]): StateColumns[] {
  return [...new Set(states)].flatMap((state) => {
    const index = tree.states.indexOf(state);
    const self = tree.self[index];
    const total = tree.total[index];
    return self && total ? [{ state, self, total }] : [];
  });
}
