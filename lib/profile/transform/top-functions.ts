import type { CallTree } from '../tree/call-tree';
import { firstInOrder } from '../tree/first-in-order';
import type { NodeSamples } from '../tree/sample-column';

/** NodeSamples of a function wherever it was called: of its own code, and with all it called. */
export type TopFunction = { name: string; self: number; total: number };

/** The functions of a subtree that have the most samples, and the samples of that subtree. */
export type TopList = {
  /** By total, then self. */
  functions: TopFunction[];
  /** None was left out. */
  all: boolean;
  samples: number;
};

/** So many with the most total, and so many with the most self. */
export const MAX_TOP_FUNCTIONS = 300;

/** Index of a name → samples of that function in a node's subtree, the node included; a recursive call counts once. */
export function functionSamples(tree: CallTree, { total, self }: NodeSamples, root = 0): NodeSamples {
  const totals = new Float64Array(tree.names.length);
  const selves = new Float64Array(tree.names.length);
  /** Name → one past the subtree of the call of it that runs: what is called therein is counted with it. */
  const running = new Uint32Array(tree.names.length);
  for (let node = Math.max(1, root); node < (tree.end[root] ?? 0); node++) {
    const name = tree.name[node] ?? 0;
    selves[name] = (selves[name] ?? 0) + (self[node] ?? 0);
    if (node < (running[name] ?? 0)) continue;
    totals[name] = (totals[name] ?? 0) + (total[node] ?? 0);
    running[name] = tree.end[node] ?? 0;
  }
  return { total: totals, self: selves };
}

type IsWanted = (name: string, index: number) => boolean;

/**
 * The functions of a node's subtree, the node included, by total, then self. Only those that have samples and that
 * `isWanted` takes are listed: it gets the name and its index.
 */
export function topFunctions(
  tree: CallTree,
  samples: NodeSamples,
  root = 0,
  isWanted?: IsWanted,
): TopFunction[] {
  return listedFunctions(tree, samples, root, isWanted).sort(byTotal);
}

/** Of `topFunctions` at most MAX_TOP_FUNCTIONS by total and as many by self. */
export function topList(tree: CallTree, samples: NodeSamples, root: number, isWanted?: IsWanted): TopList {
  const functions = listedFunctions(tree, samples, root, isWanted);
  const first = firstInOrder(functions, MAX_TOP_FUNCTIONS, byTotal);
  const ran = firstInOrder(functions, MAX_TOP_FUNCTIONS, bySelf).filter(({ self }) => self > 0);
  const kept = [...new Set([...first, ...ran])];
  return {
    functions: kept.sort(byTotal),
    all: kept.length === functions.length,
    samples: samples.total[root] ?? 0,
  };
}

function listedFunctions(
  tree: CallTree,
  samples: NodeSamples,
  root: number,
  isWanted?: IsWanted,
): TopFunction[] {
  const { total, self } = functionSamples(tree, samples, root);
  const functions: TopFunction[] = [];
  tree.names.forEach((name, i) => {
    const own = total[i] ?? 0;
    if (own > 0 && (isWanted?.(name, i) ?? true)) functions.push({ name, self: self[i] ?? 0, total: own });
  });
  return functions;
}

const byTotal = (a: TopFunction, b: TopFunction) =>
  b.total - a.total || b.self - a.self || (a.name < b.name ? -1 : 1);

const bySelf = (a: TopFunction, b: TopFunction) => b.self - a.self || byTotal(a, b);
