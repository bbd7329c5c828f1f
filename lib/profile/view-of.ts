import type { CallTree } from './call-tree';
import { toCompact } from './compact';
import { inspect } from './inspect';
import { invertForScreen } from './invert';
import type { KnownTree } from './known-tree';
import { isFunctionPath } from './path-key';
import { cutForScreen, samplesOf } from './screen';
import { matches, searchFrames, wantedText } from './search';
import { statesOf } from './states';
import { topList } from './top-functions';
import type { FrameChoice, InspectedFunction, ProfileFunctions, ProfileView, ViewChoice } from './view';

type Pictured = Pick<ProfileView, 'tree' | 'matched' | 'focus'> & {
  /** Nodes of the whole tree that are shown; there is no such number of a tree that is made for the view. */
  shown?: number;
  inspection?: InspectedFunction;
};

/** What a viewer gets of a tree: the frames that the screen can show, and what a search found among all. */
export function viewOf(
  known: KnownTree,
  choice: ViewChoice,
): Omit<ProfileView, 'group' | 'sampleWeights' | 'hidden'> {
  const { tree, deepest } = known;
  const look = lookOf(known, choice);
  const { shown = tree.name.length, ...picture } = pictureOf(known, choice, look);
  const { wanted } = look;
  const found = wanted === '' ? undefined : searchFrames(tree, wanted, look.samples, look.focus.node);
  return {
    ...picture,
    states: look.states,
    occurring: tree.states.map((state, i) => ({ state, samples: tree.total[i]?.[0] ?? 0 })),
    frames: tree.name.length - 1,
    framesLeftOut: tree.name.length - shown,
    deepest,
    ...(found && { found: { samples: found.samples, functions: found.functions } }),
  };
}

function pictureOf(known: KnownTree, choice: ViewChoice, look: Look): Pictured {
  if (choice.view === 'hotspots') return hotspots(known, choice, look);
  const name = choice.view === 'inspect' ? known.functionNamed(choice.inspected ?? '') : undefined;
  return name === undefined ? overview(known, choice, look) : inspection(known, name, choice, look);
}

function overview(known: KnownTree, { width }: ViewChoice, { samples, focus, wanted }: Look): Pictured {
  const { tree, nodes } = cutForScreen(known.tree, { samples, width, focus: focus.node });
  return { ...sent(tree, wanted), focus: focus.key, shown: nodes.length };
}

function hotspots(known: KnownTree, { width, focus: key = '' }: ViewChoice, look: Look): Pictured {
  const samples = samplesOf(known.tree, look.states, 'self');
  const path = isFunctionPath(key) ? key.split('.').map((step) => known.functionNamed(step)) : [];
  const names = path.filter((name) => name !== undefined);
  const { tree, focus } = invertForScreen(known.tree, {
    samples,
    width,
    ...(names.length === path.length && { focus: names }),
  });
  return { ...sent(tree, look.wanted), focus: focus === undefined ? '' : key };
}

function inspection(
  known: KnownTree,
  name: string,
  { width, inspected: key = '' }: ViewChoice,
  { states, samples: total, wanted }: Look,
): Pictured {
  const samples = { self: samplesOf(known.tree, states, 'self'), total };
  const { callees, callers, ...figures } = inspect(known.tree, name, { samples, width });
  const inspected = { key, name, ...figures, callers: toCompact(callers) };
  return { ...sent(callees, wanted), focus: '', inspection: inspected };
}

/** A tree to be sent, and which of its nodes match. */
function sent(tree: CallTree, wanted: string): Pick<Pictured, 'tree' | 'matched'> {
  const compact = toCompact(tree);
  if (wanted === '') return { tree: compact };
  const matching = compact.names.map((name) => (matches(name, wanted) ? 1 : 0));
  return { tree: compact, matched: compact.name.map((name) => matching[name] ?? 0) };
}

/** The functions of all frames in focus that the search finds. */
export function functionsOf(known: KnownTree, choice: FrameChoice): Omit<ProfileFunctions, 'group'> {
  const { tree } = known;
  const { states, samples: total, focus, wanted } = lookOf(known, choice);
  const self = samplesOf(tree, states, 'self');
  return {
    ...topList(tree, { total, self }, focus.node, (name) => matches(name, wanted)),
    focus: focus.key,
  };
}

type Look = {
  states: string[];
  /** Node → total samples over the states. */
  samples: Float64Array;
  focus: { key: string; node: number };
  /** As of `wantedText`. */
  wanted: string;
};

function lookOf(known: KnownTree, { data, focus: key = '', search = '' }: FrameChoice): Look {
  const states = statesOf(data, known.tree.states);
  const node = known.nodeAt(key);
  return {
    states,
    samples: known.total(states),
    focus: node === undefined ? { key: '', node: 0 } : { key, node },
    wanted: wantedText(search),
  };
}
