import type { Block } from '@/lib/profile/graph/drawn-frame';
import { samplesOf } from '@/lib/profile/transform/screen';
import type { CallTree } from '@/lib/profile/tree/call-tree';

/** A function in a block; `node` is in `tree`. */
export type BlockFunction = { name: string; samples: number; tree: CallTree; node: number };

/** The functions of a block by samples, and the rest, which isn't loaded. */
export type BlockContent = {
  functions: BlockFunction[];
  /** `count` is undefined when it is unknown. */
  rest: { count: number | undefined; samples: number };
};

type Source = {
  tree: CallTree;
  /** Node of the frame around the block. */
  around: number;
};

export const MAX_LISTED = 200;

/**
 * Lists the functions of a block. Those that a graph's own tree lacks come from `finer`, a tree of the same profile in which the
 * frame around the block fills the width.
 */
export function blockContent(
  { tree, around }: Source,
  states: readonly string[],
  { block, samples }: { block: Block; samples: number },
  finer?: Source,
): BlockContent {
  const named = (from: CallTree, nodes: readonly number[]): BlockFunction[] => {
    const total = samplesOf(from, states);
    return nodes.map((node) => ({
      name: from.names[from.name[node] ?? 0] ?? '',
      samples: total[node] ?? 0,
      tree: from,
      node,
    }));
  };
  const known = new Set(named(tree, childrenOf(tree, around)).map(({ name }) => name));
  const hasMore = finer !== undefined && block.omitted !== 0;
  const more = hasMore
    ? named(finer.tree, childrenOf(finer.tree, finer.around)).filter(({ name }) => !known.has(name))
    : [];
  const functions = [...named(tree, block.nodes), ...more]
    .filter((each) => each.samples > 0)
    .sort((a, b) => b.samples - a.samples)
    .slice(0, MAX_LISTED);
  const listed = functions.reduce((sum, each) => sum + each.samples, 0);
  const count =
    block.omitted === undefined ? undefined : block.nodes.length + block.omitted - functions.length;
  return { functions, rest: { count, samples: Math.max(0, samples - listed) } };
}

function childrenOf({ end }: CallTree, node: number): number[] {
  const children: number[] = [];
  const past = end[node] ?? 0;
  for (let child = node + 1; child < past; child = end[child] ?? past) children.push(child);
  return children;
}
