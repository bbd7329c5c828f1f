import type { CallTree } from './call-tree';
import { toCompact } from './compact';
import { nodeAt } from './path-key';
import { cutForScreen, samplesOf } from './screen';
import { matches, searchFrames, wantedText } from './search';
import { statesOf } from './states';
import { topList } from './top-functions';
import type { ProfileView, ViewChoice } from './view';

/** What a viewer gets of a tree: the frames that the screen can show, but top list and search over all of them. */
export function viewOf(
  tree: CallTree,
  { data, width, focus: key = '', search = '' }: ViewChoice,
): Pick<ProfileView, 'tree' | 'frames' | 'framesLeftOut' | 'focus' | 'top' | 'found'> {
  const states = statesOf(data, tree.states);
  const focus = nodeAt(tree, key);
  const root = focus ?? 0;
  const samples = { total: samplesOf(tree, states), self: samplesOf(tree, states, 'self') };
  const { tree: cut, leftOut } = cutForScreen(tree, { states, width, focus: root });
  const wanted = wantedText(search);
  const found = wanted === '' ? undefined : searchFrames(tree, wanted, samples.total, root);
  return {
    tree: toCompact(cut),
    frames: tree.name.length - 1,
    framesLeftOut: leftOut,
    focus: focus === undefined ? '' : key,
    top: topList(tree, samples, root, (name) => matches(name, wanted)),
    ...(found && { found: { samples: found.samples, functions: found.functions } }),
  };
}
