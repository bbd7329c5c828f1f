import { toCompact } from './compact';
import { gather } from './keep-nodes';
import type { KnownTree } from './known-tree';
import { cutForScreen, samplesOf } from './screen';
import { matches, searchFrames, wantedText } from './search';
import { statesOf } from './states';
import { topList } from './top-functions';
import type { FrameChoice, ProfileFunctions, ProfileView, ViewChoice } from './view';

/** What a viewer gets of a tree: the frames that the screen can show, and what a search found among all. */
export function viewOf(known: KnownTree, choice: ViewChoice): Omit<ProfileView, 'group' | 'sampleWeights'> {
  const { tree, deepest } = known;
  const { states, samples, focus, wanted } = chosen(known, choice);
  const { tree: cut, nodes } = cutForScreen(tree, { samples, width: choice.width, focus: focus.node });
  const found = wanted === '' ? undefined : searchFrames(tree, wanted, samples, focus.node);
  const all = wanted === '' ? undefined : searchFrames(tree, wanted, samples).matched;
  return {
    tree: toCompact(cut),
    ...(all && { matched: Array.from(gather(new Uint8Array(nodes.length), nodes, all)) }),
    states,
    occurring: tree.states.map((state, i) => ({ state, samples: tree.total[i]?.[0] ?? 0 })),
    frames: tree.name.length - 1,
    framesLeftOut: tree.name.length - nodes.length,
    deepest,
    focus: focus.key,
    ...(found && { found: { samples: found.samples, functions: found.functions } }),
  };
}

/** The functions of all frames in focus that the search finds. */
export function functionsOf(known: KnownTree, choice: FrameChoice): Omit<ProfileFunctions, 'group'> {
  const { tree } = known;
  const { states, samples: total, focus, wanted } = chosen(known, choice);
  const self = samplesOf(tree, states, 'self');
  return {
    ...topList(tree, { total, self }, focus.node, (name) => matches(name, wanted)),
    focus: focus.key,
  };
}

function chosen(known: KnownTree, { data, focus: key = '', search = '' }: FrameChoice) {
  const states = statesOf(data, known.tree.states);
  const node = known.nodeAt(key);
  return {
    states,
    samples: known.total(states),
    focus: node === undefined ? { key: '', node: 0 } : { key, node },
    wanted: wantedText(search),
  };
}
