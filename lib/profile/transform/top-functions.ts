import type { CallTree } from '../tree/call-tree';
import { firstInOrder } from '../tree/first-in-order';
import type { NodeSamples } from '../tree/sample-column';

/** Self and total samples of a function, regardless of its callers. */
export type TopFunction = { name: string; self: number; total: number };

/** The functions with the most samples in a subtree, and the samples of that subtree. */
export type TopList = {
  /** Sorted by total, then self, then by where the tree first calls them: a caller stands before what only it calls. */
  functions: TopFunction[];
  /** Whether this is all functions. */
  isComplete: boolean;
  samples: number;
};

/** Maximum number of functions by total, and again by self. */
export const MAX_TOP_FUNCTIONS = 300;

/** Index of a name → samples of the function in the subtree of `root`. Recursive calls count once. */
export function functionSamples(tree: CallTree, { total, self }: NodeSamples, root = 0): NodeSamples {
  const totals = new Float64Array(tree.names.length);
  const selves = new Float64Array(tree.names.length);
  /** Name → end of the subtree of its outermost call; calls within it are included in that. */
  const outermostEnd = new Uint32Array(tree.names.length);
  for (let node = Math.max(1, root); node < (tree.end[root] ?? 0); node++) {
    const name = tree.name[node] ?? 0;
    selves[name] = (selves[name] ?? 0) + (self[node] ?? 0);
    if (node < (outermostEnd[name] ?? 0)) continue;
    totals[name] = (totals[name] ?? 0) + (total[node] ?? 0);
    outermostEnd[name] = tree.end[node] ?? 0;
  }
  return { total: totals, self: selves };
}

type NameFilter = (name: string, index: number) => boolean;

/** The functions in the subtree of `root` that have samples and pass the filter, in the order of a TopList. */
export function topFunctions(
  tree: CallTree,
  samples: NodeSamples,
  root = 0,
  filter?: NameFilter,
): TopFunction[] {
  return listedFunctions(tree, samples, root, filter).sort(byTotal);
}

/** At most MAX_TOP_FUNCTIONS of `topFunctions` by total, and as many by self. */
export function topList(tree: CallTree, samples: NodeSamples, root: number, filter?: NameFilter): TopList {
  const functions = listedFunctions(tree, samples, root, filter);
  const at = (place: number) => functions[place] ?? NO_FUNCTION;
  const inOrder = (compare: typeof byTotal) => (a: number, b: number) => compare(at(a), at(b)) || a - b;
  const places = functions.map((_, place) => place);
  const topByTotal = firstInOrder(places, MAX_TOP_FUNCTIONS, inOrder(byTotal));
  const topBySelf = firstInOrder(places, MAX_TOP_FUNCTIONS, inOrder(bySelf)).filter(
    (place) => at(place).self > 0,
  );
  const kept = [...new Set([...topByTotal, ...topBySelf])];
  return {
    functions: kept.sort(inOrder(byTotal)).map(at),
    isComplete: kept.length === functions.length,
    samples: samples.total[root] ?? 0,
  };
}

const NO_FUNCTION: TopFunction = { name: '', self: 0, total: 0 };

/** In the order in which the tree first calls them, because that is how it numbers names. */
function listedFunctions(
  tree: CallTree,
  samples: NodeSamples,
  root: number,
  filter?: NameFilter,
): TopFunction[] {
  const { total, self } = functionSamples(tree, samples, root);
  const functions: TopFunction[] = [];
  tree.names.forEach((name, i) => {
    const own = total[i] ?? 0;
    if (own > 0 && (filter?.(name, i) ?? true)) functions.push({ name, self: self[i] ?? 0, total: own });
  });
  return functions;
}

const byTotal = (a: TopFunction, b: TopFunction) => b.total - a.total || b.self - a.self;

const bySelf = (a: TopFunction, b: TopFunction) => b.self - a.self || byTotal(a, b);
