import { inspect } from '../transform/inspect';
import { invertForScreen } from '../transform/invert';
import { cutForScreen, samplesOf } from '../transform/screen';
import type { CallTree } from '../tree/call-tree';
import { isFunctionPath } from '../tree/path-key';
import type { ViewChoice } from './choice';
import { toCompact } from './compact';
import { carriedSamples, carryRemoved } from './deeper-samples';
import type { IndexedTree } from './indexed-tree';
import type { Selection } from './selection';
import type { InspectedFunction, ProfileView } from './view';

type DrawnTrees = Pick<ProfileView, 'tree' | 'matched' | 'focus' | 'deeper'> & {
  /** Number of nodes of the whole tree that are sent; absent when the view builds a tree of its own. */
  sentCount?: number;
  inspection?: InspectedFunction;
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
  const { tree, nodes } = cutForScreen(indexed.tree, { samples, width, focus: focus.node });
  indexed.remember(nodes);
  const removed = indexed.removed(states);
  const belowNode = (node: number) => removed?.below[node] ?? 0;
  return {
    ...compacted(tree, states, matching),
    focus: focus.key,
    sentCount: nodes.length,
    ...(removed && { deeper: { ...removed, below: Array.from(nodes, belowNode) } }),
  };
}

function hotspots(
  indexed: IndexedTree,
  { width, focus: key = '' }: ViewChoice,
  { states, matching }: Selection,
): DrawnTrees {
  const samples = samplesOf(indexed.tree, states, 'self');
  const path = isFunctionPath(key) ? key.split('.').map((step) => indexed.functionNamed(step)) : [];
  const names = path.filter((name) => name !== undefined);
  const { tree, focus } = invertForScreen(indexed.tree, {
    samples,
    width,
    ...(names.length === path.length && { focus: names }),
  });
  const removed = indexed.removed(states);
  return {
    ...compacted(tree, states, matching),
    focus: focus ? key : '',
    // No function is known to have been on top of these stacks, so they are below the root alone.
    ...(removed && { deeper: { ...removed, below: atRoot(tree, removed.all) } }),
  };
}

const atRoot = ({ name }: CallTree, samples: number) =>
  Array.from(name, (_, node) => (node === 0 ? samples : 0));

function inspection(
  indexed: IndexedTree,
  name: string,
  { width, inspected: key = '' }: ViewChoice,
  { states, samples: total, matching }: Selection,
): DrawnTrees {
  const samples = { self: samplesOf(indexed.tree, states, 'self'), total };
  const removed = indexed.removed(states);
  const carrying = carryRemoved(indexed.tree, removed);
  const { callees, callers, ...figures } = inspect(carrying, name, { samples, width });
  const above = compacted(callers, states, matching);
  const inspected = {
    ...{ key, name, ...figures, callers: above.tree },
    ...(above.matched && { callersMatched: above.matched }),
  };
  return {
    ...compacted(callees, states, matching),
    focus: '',
    inspection: inspected,
    ...(removed && { deeper: { ...removed, below: carriedSamples(callees) } }),
  };
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
  const pick = <Each>(columns: readonly Each[]) => columns.filter((_, i) => chosen.includes(i));
  return { ...tree, states: pick(tree.states), self: pick(tree.self), total: pick(tree.total) };
}
