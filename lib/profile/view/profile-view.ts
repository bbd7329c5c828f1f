import { searchMatching } from '../transform/search';
import type { ViewChoice } from './choice';
import { drawnTrees } from './drawn-trees';
import type { IndexedTree } from './indexed-tree';
import { select } from './selection';
import type { ProfileView } from './view';

/** The frames that fit on the screen, and the result of a search among all frames. `hasTimeLeft` limits the search. */
export function profileView(
  indexed: IndexedTree,
  choice: ViewChoice,
  hasTimeLeft?: () => boolean,
): Omit<ProfileView, 'group' | 'sampleWeights' | 'hidden' | 'collapsed'> {
  const { tree, deepest } = indexed;
  const selection = select(indexed, choice, hasTimeLeft);
  const { states, samples, focus, matching, searchError } = selection;
  const { sentCount = tree.name.length, ...drawn } = drawnTrees(indexed, choice, selection);
  const found = matching && searchMatching(tree, matching, samples, focus.node);
  return {
    ...drawn,
    states,
    occurring: tree.states.map((state, i) => ({ state, samples: tree.total[i]?.[0] ?? 0 })),
    frames: tree.name.length - 1,
    framesLeftOut: tree.name.length - sentCount,
    deepest,
    ...(found && { found: { samples: found.samples, functions: found.functions } }),
    ...(searchError !== undefined && { searchError }),
  };
}
