import { inspect } from '../transform/inspect';
import { invertForScreen } from '../transform/invert';
import { orderSiblings } from '../transform/order';
import { cutForScreen, samplesOf } from '../transform/screen';
import { type SelfSamples, selfSamples } from '../transform/self-samples';
import type { CallTree } from '../tree/call-tree';
import { isFunctionPath } from '../tree/path-key';
import type { ViewChoice } from './choice';
import { toCompact } from './compact';
import { carriedSamples, carryRemoved } from './deeper-samples';
import type { IndexedTree } from './indexed-tree';
import type { Selection } from './selection';
import type { InspectedFunction, ProfileView } from './view';

type DrawnTrees = Pick<ProfileView, 'tree' | 'matched' | 'focus' | 'deeper'> & {
  /** Frames with samples in the states that are not sent; absent when a tree of the view's own lacks an unknown number of them. */
  framesLeftOut?: number;
  isBounded: boolean;
  inspection?: InspectedFunction;
  /** Self samples of all frames shown, and the samples of the frame that fills the width. */
  self: SelfSamples;
  samples: number;
};

/** The trees of a view, cut to the frames that fit on the screen. */
export function drawnTrees(indexed: IndexedTree, choice: ViewChoice, selection: Selection): DrawnTrees {
  if (choice.view === 'hotspots') return hotspots(indexed, choice, selection);
  const name = choice.view === 'inspect' ? indexed.functionNamed(choice.inspected ?? '') : undefined;
  return name === undefined
    ? overview(indexed, choice, selection)
    : inspection(indexed, name, choice, selection);
}

function overview(
  indexed: IndexedTree,
  { width }: ViewChoice,
  { states, samples, focus, matching }: Selection,
): DrawnTrees {
  const {
    tree: cut,
    nodes,
    isBounded,
  } = cutForScreen(inStates(indexed.tree, states), {
    samples,
    width,
    focus: focus.node,
  });
  indexed.remember(nodes);
  // In the order of most graphs, so that the browser needn't sort it.
  const { tree, source } = orderSiblings(cut, 'name');
  const removed = indexed.removed(states);
  const belowNode = (node: number) => removed?.below[nodes[node] ?? 0] ?? 0;
  return {
    ...compacted(tree, states, matching),
    focus: focus.key,
    framesLeftOut: indexed.framesOutside(nodes, states),
    isBounded,
    ...(removed && { deeper: { ...removed, below: Array.from(source, belowNode) } }),
    self:
      focus.node === 0
        ? indexed.self(states).samples
        : selfSamples(indexed.tree, states, samples, [focus.node]),
    samples: samples[focus.node] ?? 0,
  };
}

function hotspots(
  indexed: IndexedTree,
  { width, focus: key = '' }: ViewChoice,
  { states, samples: total, matching }: Selection,
): DrawnTrees {
  const samples = samplesOf(indexed.tree, states, 'self');
  const names = namesOnPath(indexed, key);
  const { tree, focus, isBounded } = invertForScreen(indexed.tree, {
    samples,
    width,
    ...(names && { focus: names }),
  });
  const removed = indexed.removed(states);
  const self = focus ? selfOnTop(tree, states, focus) : indexed.self(states).samples;
  return {
    ...compacted(tree, states, matching),
    focus: focus ? key : '',
    ...leftOutOf(tree),
    isBounded,
    // No function is known to have been on top of these stacks, so they are below the root alone.
    ...(removed && { deeper: { ...removed, below: atRoot(tree, removed.all) } }),
    self,
    samples: focus ? self.byState.reduce((sum, count) => sum + count, 0) : (total[0] ?? 0),
  };
}

/** The functions of a function path; undefined when the profile lacks one. */
function namesOnPath(indexed: IndexedTree, key = ''): string[] | undefined {
  const path = isFunctionPath(key) ? key.split('.').map((step) => indexed.functionNamed(step)) : [];
  const names = path.filter((name) => name !== undefined);
  return names.length === path.length ? names : undefined;
}

const atRoot = ({ name }: CallTree, samples: number) =>
  Array.from(name, (_, node) => (node === 0 ? samples : 0));

function inspection(
  indexed: IndexedTree,
  name: string,
  choice: ViewChoice,
  { states, samples: total, matching }: Selection,
): DrawnTrees {
  const { width, inspected: key = '' } = choice;
  const names = namesOnPath(indexed, choice.focus);
  const focus = names && { in: choice.side ?? ('callees' as const), names };
  const samples = { self: samplesOf(indexed.tree, states, 'self'), total };
  const removed = indexed.removed(states);
  const carrying = carryRemoved(indexed.tree, removed);
  const { callees, callers, outermost, isBounded, ...figures } = inspect(carrying, name, {
    samples,
    width,
    focus,
  });
  const above = compacted(callers, states, matching);
  const inspected = {
    ...{ key, name, ...figures, callers: above.tree },
    ...(above.matched && { callersMatched: above.matched }),
  };
  return {
    ...compacted(callees, states, matching),
    focus: '',
    inspection: inspected,
    ...leftOutOf(callees, callers),
    isBounded,
    ...(removed && { deeper: { ...removed, below: carriedSamples(callees) } }),
    // The callers are drawn too, so the packages of the callees aren't all.
    self: { ...selfSamples(indexed.tree, states, total, outermost), seen: undefined },
    samples: figures.total,
  };
}

/** None when trees grown for the screen lack nothing; how many frames a larger screen would have isn't known. */
const leftOutOf = (...grown: readonly CallTree[]): Pick<DrawnTrees, 'framesLeftOut'> =>
  grown.some(({ omitted }) => omitted?.some((count) => count > 0)) ? {} : { framesLeftOut: 0 };

/** All samples of a frame of an inverted tree are self samples of the function at the bottom of its branch. */
function selfOnTop(inverted: CallTree, states: readonly string[], frame: number): SelfSamples {
  let top = frame;
  while ((inverted.depth[top] ?? 0) > 1) top = inverted.parent[top] ?? 0;
  const byState = states.map((state) => inverted.total[inverted.states.indexOf(state)]?.[frame] ?? 0);
  const byName = new Float64Array(inverted.names.length);
  byName[inverted.name[top] ?? 0] = byState.reduce((sum, count) => sum + count, 0);
  return { byName, byState };
}

/** A tree in the selected states with its matches. It must share the string table of the whole tree, which `matching` refers to. */
function compacted(
  tree: CallTree,
  states: readonly string[],
  matching: Uint8Array | undefined,
): Pick<DrawnTrees, 'tree' | 'matched'> {
  const compact = toCompact(inStates(tree, states));
  if (!matching) return { tree: compact };
  return { tree: compact, matched: Array.from(tree.name, (name) => matching[name] ?? 0) };
}

function inStates(tree: CallTree, states: readonly string[]): CallTree {
  const chosen = tree.states.flatMap((state, i) => (states.includes(state) ? [i] : []));
  if (chosen.length === tree.states.length) return tree;
  // Reading a column of totals may sum it.
  const pick = <Each>(columns: readonly Each[]) => chosen.flatMap((i) => columns.slice(i, i + 1));
  return { ...tree, states: pick(tree.states), self: pick(tree.self), total: pick(tree.total) };
}
