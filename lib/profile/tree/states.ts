import type { CallTree } from './call-tree';
import { rootTotal } from './totals-on-demand';

/** Named sets of thread states. */
export const STATE_PRESETS = ['cpu', 'latency', 'all'] as const;
export type StatePreset = (typeof STATE_PRESETS)[number];

/** The thread states to sum up: a preset, or a list. */
export type StateChoice = StatePreset | readonly string[];

/** The samples of one thread state. */
export type StateSamples = { state: string; samples: number };

/** More thread states than any agent reports. */
const MAX_LISTED = 32;

const CPU_STATES = new Set(['RUNNABLE', 'BLOCKED', 'NATIVE']);

const ORDER = ['RUNNABLE', 'BLOCKED', 'NATIVE', 'WAITING', 'TIMED_WAITING', 'IDLE', 'WALL_TIME'];

/** Sorts thread states for display: from running to idle, then unknown ones by name. */
export function sortStates(states: readonly string[]): string[] {
  const rank = (state: string) => (ORDER.includes(state) ? ORDER.indexOf(state) : ORDER.length);
  return states.toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

/**
 * The thread states of a preset among those that occur: CPU is RUNNABLE, BLOCKED and NATIVE; latency is all
 * but IDLE. Falls back to all states if none of the preset's occur, as in Python groups, which only have WALL_TIME.
 */
export function chosenStatesOrAll(choice: StatePreset, occurring: readonly string[]): string[] {
  const chosen = chosenStates(choice, occurring);
  return chosen.length > 0 ? chosen : [...occurring];
}

/** The thread states that have samples, sorted for display. */
export function occurringStates({ states, total }: Pick<CallTree, 'states' | 'total'>): string[] {
  return sortStates(states.filter((_, i) => (total[i]?.[0] ?? 0) !== 0));
}

/** The samples of a whole tree in each of its thread states, sorted for display. */
export const stateSamples = ({ states, total }: Pick<CallTree, 'states' | 'total'>): StateSamples[] =>
  sortStates(states).map((state) => ({ state, samples: rootTotal(total, states.indexOf(state)) }));

/** The default preset: CPU where any of its states occurs, else all. */
export function defaultPreset(occurring: readonly string[]): StatePreset {
  return occurring.some((state) => CPU_STATES.has(state)) ? 'cpu' : 'all';
}

/** The thread states of a choice among those that occur, possibly none. Without a choice, those of `defaultPreset`. */
export function chosenStates(choice: StateChoice | undefined, occurring: readonly string[]): string[] {
  const chosen = choice ?? defaultPreset(occurring);
  return occurring.filter((state) =>
    typeof chosen === 'string' ? includes(chosen, state) : chosen.includes(state),
  );
}

/** The thread states of a choice that don't occur. A preset asks for no state in particular. */
export const missingStates = (choice: StateChoice | undefined, occurring: readonly string[]): string[] =>
  choice === undefined || typeof choice === 'string'
    ? []
    : [...new Set(choice)].filter((state) => !occurring.includes(state));

/** A choice as a URL value: the preset's name, also for a list of its states, or thread states separated by commas. */
export function formatStateChoice(choice: StateChoice): string {
  const canonical = canonicalChoice(choice);
  return typeof canonical === 'string' ? canonical : formatStates(canonical);
}

/** Parses a URL value; undefined if it is malformed. A list of a preset's states is the preset. */
export function parseStateChoice(text: string): StateChoice | undefined {
  const states = parseStates(text);
  return states ? canonicalChoice(states) : STATE_PRESETS.find((known) => known === text);
}

/** The only preset that doesn't depend on the profile's states is CPU. */
function canonicalChoice(choice: StateChoice): StateChoice {
  if (typeof choice === 'string') return choice;
  const states = new Set(choice);
  const isCpu = states.size === CPU_STATES.size && choice.every((state) => CPU_STATES.has(state));
  return isCpu ? 'cpu' : choice;
}

const formatStates = (states: readonly string[]) =>
  states.map((state) => encodeURIComponent(state)).join(',');

/** Parses thread states by name, separated by commas; undefined if they are malformed or a preset. */
export function parseStates(text: string): string[] | undefined {
  if (STATE_PRESETS.some((known) => known === text)) return undefined;
  const states = text.split(',').slice(0, MAX_LISTED);
  try {
    return text === '' ? undefined : states.map((state) => decodeURIComponent(state));
  } catch {
    return undefined;
  }
}

function includes(preset: StatePreset, state: string): boolean {
  if (preset === 'cpu') return CPU_STATES.has(state);
  return preset === 'all' || state !== 'IDLE';
}
