import type { CallTree } from './call-tree';

/** Samples of a function wherever it was called: of its own code, and with all it called. */
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
export const MOST_FUNCTIONS = 500;

type Samples = { total: Float64Array; self: Float64Array };

/**
 * The functions of a node's subtree, the node included, by total, then self; a recursive call counts once.
 * `total` and `self` are node → samples. Only functions that `isWanted` takes are listed.
 */
export function topFunctions(
  tree: CallTree,
  { total, self }: Samples,
  root = 0,
  isWanted: (name: string) => boolean = () => true,
): TopFunction[] {
  const totals = new Float64Array(tree.names.length);
  const selves = new Float64Array(tree.names.length);
  /** Name → calls of it on the path to the node. */
  const running = new Uint32Array(tree.names.length);
  const path: number[] = [];
  const first = Math.max(1, root);
  for (let node = first; node < (tree.end[root] ?? 0); node++) {
    // The nameless root is on no path.
    const depth = (tree.depth[node] ?? 0) - (tree.depth[first] ?? 0);
    while (path.length > depth) {
      const returned = path.pop() ?? 0;
      running[returned] = (running[returned] ?? 1) - 1;
    }
    const name = tree.name[node] ?? 0;
    path.push(name);
    selves[name] = (selves[name] ?? 0) + (self[node] ?? 0);
    if (!running[name]) totals[name] = (totals[name] ?? 0) + (total[node] ?? 0);
    running[name] = (running[name] ?? 0) + 1;
  }
  return tree.names
    .map((name, i) => ({ name, self: selves[i] ?? 0, total: totals[i] ?? 0 }))
    .filter((found) => found.total > 0 && isWanted(found.name))
    .sort(byTotal);
}

/** Of the functions of a subtree those that `isWanted` takes, at most MOST_FUNCTIONS by total and as many by self. */
export function topList(
  tree: CallTree,
  samples: Samples,
  root: number,
  isWanted?: (name: string) => boolean,
): TopList {
  const functions = topFunctions(tree, samples, root, isWanted);
  const kept = new Set(functions.slice(0, MOST_FUNCTIONS));
  if (functions.length > MOST_FUNCTIONS) {
    const bySelf = functions.toSorted((a, b) => b.self - a.self);
    for (const found of bySelf.slice(0, MOST_FUNCTIONS)) if (found.self > 0) kept.add(found);
  }
  return {
    functions: [...kept].sort(byTotal),
    all: kept.size === functions.length,
    samples: samples.total[root] ?? 0,
  };
}

/** Sums of the functions of several lists, by name. What a list left out is missing from the sum. */
export function mergeTopLists(lists: readonly TopList[]): TopList {
  const sums = new Map<string, TopFunction>();
  for (const { name, self, total } of lists.flatMap(({ functions }) => functions)) {
    const sum = sums.get(name) ?? { name, self: 0, total: 0 };
    sums.set(name, { name, self: sum.self + self, total: sum.total + total });
  }
  return {
    functions: [...sums.values()].sort(byTotal),
    all: lists.every(({ all }) => all),
    samples: lists.reduce((sum, { samples }) => sum + samples, 0),
  };
}

const byTotal = (a: TopFunction, b: TopFunction) =>
  b.total - a.total || b.self - a.self || (a.name < b.name ? -1 : 1);
