import { counted } from '@/lib/answer/counted';
import type { CallTree } from './call-tree';
import { widenedFor } from './columns';
import { keepNodes } from './keep-nodes';
import { type SampleColumn, withSamples } from './sample-column';

/** Name of the frame that stands for all frames deeper than maxDepth, for files of other tools. */
export const deeperFrame = (maxDepth: number) => `<deeper than ${counted(maxDepth, 'frame')}>`;

/**
 * Folds the frames deeper than maxDepth (the first frame of a stack has depth 1) into one `deeperFrame` under each frame
 * above them. Self and total of all others stay as the profile has them, and the self samples still add up to the total.
 */
export function foldDeeper(tree: CallTree, maxDepth: number): CallTree {
  if (tree.depth.every((depth) => depth <= maxDepth)) return tree;
  /** Nodes at the first depth below the maximum. */
  const firstDeeper = nodesAt(tree, maxDepth + 1);
  const kept = keepNodes(tree, (node) => {
    const depth = tree.depth[node] ?? 0;
    return depth <= maxDepth || (depth === maxDepth + 1 && isFirstChild(tree, node));
  });
  const folds = nodesAt(kept, maxDepth + 1);
  const names = [...tree.names, deeperFrame(maxDepth)];
  const name = widenedFor(kept.name, names.length - 1);
  for (const node of folds) {
    name[node] = names.length - 1;
    kept.file[node] = -1;
    kept.lineFrom[node] = 0;
    kept.lineTo[node] = 0;
  }
  const sums = tree.total.map((column) => sumsOfFolds(tree, column, firstDeeper, folds.length));
  const withSums = (columns: readonly SampleColumn[]) =>
    columns.map((column, state) => withSamplesAt(column, folds, sums[state] ?? []));
  return { ...kept, names, name, self: withSums(kept.self), total: withSums(kept.total) };
}

const isFirstChild = ({ parent }: CallTree, node: number) => node > 0 && parent[node] === node - 1;

function nodesAt({ depth }: CallTree, wanted: number): number[] {
  const nodes: number[] = [];
  for (let node = 0; node < depth.length; node++) if (depth[node] === wanted) nodes.push(node);
  return nodes;
}

/** The total of each run of siblings, in depth-first order like the frames that replace the runs. */
function sumsOfFolds(tree: CallTree, total: SampleColumn, nodes: readonly number[], count: number): number[] {
  const sums = new Array<number>(count).fill(0);
  let fold = -1;
  for (const node of nodes) {
    if (isFirstChild(tree, node)) fold += 1;
    sums[fold] = (sums[fold] ?? 0) + (total[node] ?? 0);
  }
  return sums;
}

function withSamplesAt(
  column: SampleColumn,
  nodes: readonly number[],
  samples: readonly number[],
): SampleColumn {
  let changed = column;
  nodes.forEach((node, i) => {
    changed = withSamples(changed, node, samples[i] ?? 0);
  });
  return changed;
}
