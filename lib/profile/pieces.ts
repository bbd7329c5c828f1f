import type { CallTree } from './call-tree';
import { fromCompact } from './compact';
import { mergeTrees } from './merge';
import { mergeTopLists } from './top-functions';
import type { ProfileView } from './view';

/** A profile as the browser has it, of one answer or of several that were merged. */
export type ScreenProfile = Omit<ProfileView, 'tree'> & {
  tree: CallTree;
  /** How many answers were merged. */
  pieces: number;
};

/** Marks a state's column of samples of frames that were left out. No thread state's name ends with it. */
const LEFT_OUT = '\u0000';

/**
 * One profile of the answers for a range's pieces. Counts of frames are those of the largest piece: what the pieces
 * have in common is not known.
 */
export function mergeViews(views: readonly ProfileView[]): ScreenProfile | undefined {
  const [first] = views;
  if (!first) return undefined;
  if (views.length === 1) return { ...first, tree: fromCompact(first.tree), pieces: 1 };
  const largest = views.reduce((a, b) => (b.frames > a.frames ? b : a));
  return {
    group: first.group,
    tree: mergeCuts(views.map((view) => fromCompact(view.tree))),
    frames: largest.frames,
    framesLeftOut: largest.framesLeftOut,
    deepest: Math.max(...views.map((view) => view.deepest)),
    sampleWeights: Object.assign({}, ...views.map((view) => view.sampleWeights)),
    ...mergeFigures(views),
    pieces: views.length,
  };
}

/** Top list and search of the pieces that have the focused frame; of all when none has it. */
function mergeFigures(views: readonly ProfileView[]): Pick<ScreenProfile, 'focus' | 'top' | 'found'> {
  const focus = views.find((view) => view.focus !== '')?.focus ?? '';
  const spoken = views.filter((view) => view.focus === focus);
  const top = mergeTopLists(spoken.map((view) => view.top));
  const founds = spoken.flatMap(({ found }) => (found ? [found] : []));
  if (founds.length === 0) return { focus, top };
  const functions = Math.max(top.functions.length, ...founds.map((found) => found.functions));
  return { focus, top, found: { samples: founds.reduce((sum, { samples }) => sum + samples, 0), functions } };
}

/** Like mergeTrees, of trees cut for a screen: what was left out stays in totals and out of self. */
export function mergeCuts(trees: readonly CallTree[]): CallTree {
  const merged = mergeTrees(trees.map(withLeftOut));
  const total = new Map(merged.states.map((state, i) => [state, merged.total[i]]));
  const real = merged.states
    .map((state, i) => ({ state, i }))
    .filter(({ state }) => !state.endsWith(LEFT_OUT));
  return {
    ...merged,
    states: real.map(({ state }) => state),
    self: real.map(({ i }) => merged.self[i] ?? new Float64Array()),
    total: real.map(({ state, i }) => {
      const leftOut = total.get(state + LEFT_OUT);
      return (merged.total[i] ?? new Float64Array()).map((samples, node) => samples + (leftOut?.[node] ?? 0));
    }),
  };
}

/** The tree with a second column for each state: samples below each node of frames that were left out. */
function withLeftOut(tree: CallTree): CallTree {
  const leftOut = tree.total.map((total, state) => {
    const rest = total.map((samples, node) => samples - (tree.self[state]?.[node] ?? 0));
    for (let node = 1; node < rest.length; node++) {
      const above = tree.parent[node] ?? 0;
      rest[above] = (rest[above] ?? 0) - (total[node] ?? 0);
    }
    return rest;
  });
  return {
    ...tree,
    states: [...tree.states, ...tree.states.map((state) => state + LEFT_OUT)],
    self: [...tree.self, ...leftOut],
    // Totals are made anew by the merge.
    total: [...tree.total, ...leftOut],
  };
}
