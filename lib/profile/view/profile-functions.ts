import { samplesOf } from '../transform/screen';
import { topList } from '../transform/top-functions';
import type { FrameChoice } from './choice';
import type { IndexedTree } from './indexed-tree';
import { select } from './selection';
import type { ProfileFunctions } from './view';

/** Functions of all frames in focus that the search matches; none when the search failed. `whole` sets the colours, as in `profileView`. */
export function profileFunctions(
  indexed: IndexedTree,
  choice: FrameChoice,
  whole: IndexedTree = indexed,
  hasTimeLeft?: () => boolean,
): Omit<ProfileFunctions, 'group'> {
  const { tree } = indexed;
  const { states, samples: total, focus, matching, searchError } = select(indexed, choice, hasTimeLeft);
  const self = samplesOf(tree, states, 'self');
  const isListed = (_: string, name: number) =>
    searchError === undefined && (!matching || matching[name] === 1);
  return {
    ...topList(tree, { total, self }, focus.node, isListed),
    focus: focus.key,
    ...(searchError !== undefined && { searchError }),
    slots: whole.self(states).slots,
  };
}
