import { inspect } from '../transform/inspect';
import { invertForScreen } from '../transform/invert';
import { cutForScreen, samplesOf } from '../transform/screen';
import { searchMatching, wantedText } from '../transform/search';
import { topList } from '../transform/top-functions';
import type { CallTree } from '../tree/call-tree';
import { isFunctionPath } from '../tree/path-key';
import type { SampleColumn } from '../tree/sample-column';
import { chosenStates } from '../tree/states';
import type { FrameChoice, ViewChoice } from './choice';
import { toCompact } from './compact';
import type { KnownTree } from './indexed-tree';
import type { InspectedFunction, ProfileFunctions, ProfileView } from './view';

type Pictured = Pick<ProfileView, 'tree' | 'matched' | 'focus'> & {
  /** Nodes of the whole tree that are shown; there is no such number of a tree that is made for the view. */
  shown?: number;
  inspection?: InspectedFunction;
};

type GoesOn = () => boolean;

/**
 * What a viewer gets of a tree: the frames that the screen can show, and what a search found among all. `goesOn` tells
 * whether there is time left for a search.
 */
export function viewOf(
  known: KnownTree,
  choice: ViewChoice,
  goesOn?: GoesOn,
): Omit<ProfileView, 'group' | 'sampleWeights' | 'hidden' | 'collapsed'> {
  const { tree, deepest } = known;
  const look = lookOf(known, choice, goesOn);
  const { shown = tree.name.length, ...picture } = pictureOf(known, choice, look);
  const { matching, refused } = look;
  const found = matching && searchMatching(tree, matching, look.samples, look.focus.node);
  return {
    ...picture,
    states: look.states,
    occurring: tree.states.map((state, i) => ({ state, samples: tree.total[i]?.[0] ?? 0 })),
    frames: tree.name.length - 1,
    framesLeftOut: tree.name.length - shown,
    deepest,
    ...(found && { found: { samples: found.samples, functions: found.functions } }),
    ...(refused !== undefined && { refused }),
  };
}

function pictureOf(known: KnownTree, choice: ViewChoice, look: Look): Pictured {
  if (choice.view === 'hotspots') return hotspots(known, choice, look);
  const name = choice.view === 'inspect' ? known.functionNamed(choice.inspected ?? '') : undefined;
  return name === undefined ? overview(known, choice, look) : inspection(known, name, choice, look);
}

function overview(
  known: KnownTree,
  { width }: ViewChoice,
  { states, samples, focus, matching }: Look,
): Pictured {
  const { tree, nodes } = cutForScreen(known.tree, { samples, width, focus: focus.node });
  known.showed(nodes);
  return { ...sent(tree, states, matching), focus: focus.key, shown: nodes.length };
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
  return { ...sent(tree, look.states, look.matching), focus: focus ? key : '' };
}

function inspection(
  known: KnownTree,
  name: string,
  { width, inspected: key = '' }: ViewChoice,
  { states, samples: total, matching }: Look,
): Pictured {
  const samples = { self: samplesOf(known.tree, states, 'self'), total };
  const { callees, callers, ...figures } = inspect(known.tree, name, { samples, width });
  const above = sent(callers, states, matching);
  const inspected = {
    ...{ key, name, ...figures, callers: above.tree },
    ...(above.matched && { callersMatched: above.matched }),
  };
  return { ...sent(callees, states, matching), focus: '', inspection: inspected };
}

/** A tree to be sent, whose string table is the whole one's, over the states chosen, and which of its nodes match. */
function sent(
  tree: CallTree,
  states: readonly string[],
  matching: Uint8Array | undefined,
): Pick<Pictured, 'tree' | 'matched'> {
  const compact = toCompact(inStates(tree, states));
  if (!matching) return { tree: compact };
  return { tree: compact, matched: Array.from(tree.name, (name) => matching[name] ?? 0) };
}

function inStates(tree: CallTree, states: readonly string[]): CallTree {
  const chosen = tree.states.flatMap((state, i) => (states.includes(state) ? [i] : []));
  const pick = <Each>(columns: readonly Each[]) => columns.filter((_, i) => chosen.includes(i));
  return { ...tree, states: pick(tree.states), self: pick(tree.self), total: pick(tree.total) };
}

/** The functions of all frames in focus that the search finds; none for one that is refused. */
export function functionsOf(
  known: KnownTree,
  choice: FrameChoice,
  goesOn?: GoesOn,
): Omit<ProfileFunctions, 'group'> {
  const { tree } = known;
  const { states, samples: total, focus, matching, refused } = lookOf(known, choice, goesOn);
  const self = samplesOf(tree, states, 'self');
  const isWanted = (_: string, name: number) => refused === undefined && (!matching || matching[name] === 1);
  return {
    ...topList(tree, { total, self }, focus.node, isWanted),
    focus: focus.key,
  };
}

type Look = {
  states: string[];
  /** Node → total samples over the states. */
  samples: SampleColumn;
  focus: { key: string; node: number };
  /** Index of a name → 1 where the search finds it; undefined without one, or when it is refused. */
  matching?: Uint8Array;
  refused?: string;
};

function lookOf(
  known: KnownTree,
  { data, focus: key = '', search = '', view = 'overview' }: FrameChoice & Pick<ViewChoice, 'view'>,
  goesOn?: GoesOn,
): Look {
  const states = chosenStates(data, known.tree.states);
  // The frames of an inverted tree are no frames of this one.
  const node = view === 'overview' ? known.nodeAt(key) : 0;
  const wanted = wantedText(search);
  return {
    states,
    samples: known.total(states),
    focus: node === undefined ? { key: '', node: 0 } : { key, node },
    ...(wanted !== '' && known.search(wanted, goesOn)),
  };
}
