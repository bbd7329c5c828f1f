import { selfSums } from '../graph/self-sums';
import { searchMatching } from '../transform/search';
import { stateSamples } from '../tree/states';
import type { ViewChoice } from './choice';
import { drawnTrees } from './drawn-trees';
import type { IndexedTree } from './indexed-tree';
import { select } from './selection';
import type { FoundFrames, ProfileView } from './view';

/**
 * The frames that fit on the screen, and figures of all frames. `whole` is the tree without hidden and collapsed functions
 * applied, which sets the colours of packages; `hasTimeLeft` limits the search.
 */
export function profileView(
  indexed: IndexedTree,
  choice: ViewChoice,
  whole: IndexedTree = indexed,
  hasTimeLeft?: () => boolean,
): Omit<ProfileView, 'group' | 'sampleWeights' | 'hidden' | 'collapsed'> {
  const { tree, deepest } = indexed;
  const selection = select(indexed, choice, hasTimeLeft);
  const { states, samples, focus, matching, searchError } = selection;
  const {
    sentCount = tree.name.length,
    isBounded,
    self,
    samples: shown,
    ...drawn
  } = drawnTrees(indexed, choice, selection);
  const { slots } = whole.self(states);
  const found = matching && searchMatching(tree, matching, samples, focus.node);
  return {
    ...drawn,
    slots,
    self: selfSums(self, { names: tree.names, states, samples: shown, slots, mine: choice.mine }),
    states,
    occurring: stateSamples(tree),
    frames: tree.name.length - 1,
    framesLeftOut: tree.name.length - sentCount,
    ...(isBounded && { isBounded }),
    deepest,
    ...(found && { found: foundFrames(found) }),
    ...(searchError !== undefined && { searchError }),
  };
}

function foundFrames({
  samples,
  functions,
  frames,
  matched,
}: ReturnType<typeof searchMatching>): FoundFrames {
  const isElsewhere = frames === 0 && matched.includes(1);
  return { samples, functions, frames, ...(isElsewhere && { isElsewhere }) };
}
