import type { CallTree } from '../tree/call-tree';
import type { SampleColumn } from '../tree/sample-column';
import { emptyLocations, mergeLocation } from '../tree/source-locations';
import type { Branch, NodeGroup } from './branch';
import type { GrownFrame, Growth } from './grow-tree';

/**
 * Grows a tree from frames to their callers. A frame's total is the sum of `columns` over its sources, and its self the sum
 * over those whose stack starts at the frame.
 */
export function towardsCallers(
  tree: CallTree,
  columns: readonly SampleColumn[],
): Pick<Growth, 'expand' | 'measure'> {
  return {
    expand: ({ nodes, sources }) => {
      const callers = new Uint32Array(nodes.length);
      const callerSources = new Uint32Array(nodes.length);
      let count = 0;
      for (let i = 0; i < nodes.length; i++) {
        const caller = tree.parent[nodes[i] ?? 0] ?? 0;
        if (caller === 0) continue;
        callers[count] = caller;
        callerSources[count++] = sources[i] ?? 0;
      }
      return { nodes: callers.subarray(0, count), sources: callerSources.subarray(0, count) };
    },
    measure: (branch) => ({
      ...frameOf(tree, branch),
      total: columns.map((column) => sumAt(column, branch.sources)),
      self: columns.map((column) => sumAtStackStart(tree, column, branch)),
    }),
  };
}

/** A frame's name and the merged source location of its nodes. */
export function frameOf(tree: CallTree, { name, nodes }: Branch): Omit<GrownFrame, 'self' | 'total'> {
  const location = emptyLocations(1);
  for (let i = 0; i < nodes.length; i++) mergeLocation(location, 0, tree, nodes[i] ?? 0, tree.files);
  return {
    name,
    file: location.file[0] ?? -1,
    lineFrom: location.lineFrom[0] ?? 0,
    lineTo: location.lineTo[0] ?? 0,
  };
}

export function sumAt(column: SampleColumn, nodes: Uint32Array): number {
  let sum = 0;
  for (let i = 0; i < nodes.length; i++) sum += column[nodes[i] ?? 0] ?? 0;
  return sum;
}

function sumAtStackStart({ parent }: CallTree, column: SampleColumn, { nodes, sources }: NodeGroup): number {
  let sum = 0;
  for (let i = 0; i < nodes.length; i++) if (parent[nodes[i] ?? 0] === 0) sum += column[sources[i] ?? 0] ?? 0;
  return sum;
}
