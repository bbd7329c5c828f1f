import type { CallTree } from '../tree/call-tree';
import type { SampleColumn } from '../tree/sample-column';
import { emptyLocations, mergeLocation } from '../tree/source-locations';
import type { Branch, NodeGroup } from './branch';
import type { GrownFrame, Growth } from './grow-tree';

/**
 * How a tree grows from frames to their callers: a frame's total is what the nodes it came from bring of `columns`, its
 * self what they bring of stacks that begin with it.
 */
export function towardsCallers(
  tree: CallTree,
  columns: readonly SampleColumn[],
): Pick<Growth, 'below' | 'measure'> {
  return {
    below: ({ at, from }) => {
      const callers: NodeGroup = { at: new Uint32Array(at.length), from: new Uint32Array(at.length) };
      let count = 0;
      for (let i = 0; i < at.length; i++) {
        const caller = tree.parent[at[i] ?? 0] ?? 0;
        if (caller === 0) continue;
        callers.at[count] = caller;
        callers.from[count++] = from[i] ?? 0;
      }
      return { at: callers.at.subarray(0, count), from: callers.from.subarray(0, count) };
    },
    measure: (branch) => ({
      ...frameOf(tree, branch),
      total: columns.map((column) => sumAt(column, branch.from)),
      self: columns.map((column) => sumOfFirst(tree, column, branch)),
    }),
  };
}

/** A frame's name and where the nodes it stands for are. */
export function frameOf(tree: CallTree, { name, at }: Branch): Omit<GrownFrame, 'self' | 'total'> {
  const places = emptyLocations(1);
  for (let i = 0; i < at.length; i++) mergeLocation(places, 0, tree, at[i] ?? 0, tree.files);
  return {
    name,
    file: places.file[0] ?? -1,
    lineFrom: places.lineFrom[0] ?? 0,
    lineTo: places.lineTo[0] ?? 0,
  };
}

export function sumAt(column: SampleColumn, nodes: Uint32Array): number {
  let sum = 0;
  for (let i = 0; i < nodes.length; i++) sum += column[nodes[i] ?? 0] ?? 0;
  return sum;
}

function sumOfFirst({ parent }: CallTree, column: SampleColumn, { at, from }: NodeGroup): number {
  let sum = 0;
  for (let i = 0; i < at.length; i++) if (parent[at[i] ?? 0] === 0) sum += column[from[i] ?? 0] ?? 0;
  return sum;
}
