import { selfSums } from '../graph/self-sums';
import { searchMatching } from '../transform/search';
import { selfSamples } from '../transform/self-samples';
import { stateSamples } from '../tree/states';
import type { ViewChoice } from './choice';
import { drawnTrees } from './drawn-trees';
import type { IndexedTree } from './indexed-tree';
import { type Selection, select } from './selection';
import { unfoldedFocus } from './unfolded-focus';
import type { FoundFrames, ProfileView } from './view';

/**
 * The frames that fit on the screen, and figures of all frames. `whole` is the tree without hidden and collapsed functions
 * applied, which sets the colours of packages; `hasTimeLeft` limits the search; `folded` is the tree to draw.
 */
export function profileView(
  indexed: IndexedTree,
  choice: ViewChoice,
  whole: IndexedTree = indexed,
  hasTimeLeft?: () => boolean,
  folded: IndexedTree = indexed,
): Omit<ProfileView, 'group' | 'sampleWeights' | 'hidden' | 'collapsed'> {
  const { tree, deepest } = indexed;
  const selection = select(indexed, choice, hasTimeLeft);
  const { states, samples, matching } = selection;
  const isFolded = folded !== indexed;
  const drawing = isFolded ? select(folded, choice, hasTimeLeft) : selection;
  // Both searches share the time that is left.
  const searchError = selection.searchError ?? drawing.searchError;
  const { isBounded, self: drawnSelf, samples: shown, ...drawn } = drawnTrees(folded, choice, drawing);
  // Figures are those of all frames, folded or not.
  const focus = isFolded
    ? unfoldedFocus(folded.tree, drawing.focus.node, tree, selection.focus.node)
    : selection.focus.node;
  const self = isFolded ? selfSamples(tree, states, samples, [focus]) : drawnSelf;
  const { slots } = whole.self(states);
  const found = matching && searchMatching(tree, matching, samples, focus);
  const foundDrawn = isFolded ? foundIn(folded, drawing) : found;
  return {
    ...drawn,
    slots,
    self: selfSums(self, { names: tree.names, states, samples: shown, slots, mine: choice.mine }),
    states,
    occurring: stateSamples(tree),
    frames: tree.name.length - 1,
    ...(isBounded && { isBounded }),
    deepest,
    ...(found && foundDrawn && { found: foundFrames({ ...foundDrawn, ...figuresOf(found) }) }),
    ...(searchError !== undefined && { searchError }),
  };
}

const foundIn = ({ tree }: IndexedTree, { matching, samples, focus }: Selection) =>
  matching && searchMatching(tree, matching, samples, focus.node);

const figuresOf = ({ samples, functions }: Pick<FoundFrames, 'samples' | 'functions'>) => ({
  samples,
  functions,
});

function foundFrames({
  samples,
  functions,
  frames,
  matched,
}: ReturnType<typeof searchMatching>): FoundFrames {
  const isElsewhere = frames === 0 && matched.includes(1);
  return { samples, functions, frames, ...(isElsewhere && { isElsewhere }) };
}
