import type { CallTree } from './call-tree';

/** Which thread states a flame graph adds up. */
export const STATE_PRESETS = ['cpu', 'latency', 'all'] as const;
export type StatePreset = (typeof STATE_PRESETS)[number];

/** A choice by its name, or the thread states themselves. */
export type StateChoice = StatePreset | readonly string[];

/** The samples of one thread state. */
export type StateSamples = { state: string; samples: number };

/** More thread states than any agent knows. */
const MOST_LISTED = 32;

const CPU_STATES = new Set(['RUNNABLE', 'BLOCKED', 'NATIVE']);

const ORDER = ['RUNNABLE', 'BLOCKED', 'NATIVE', 'WAITING', 'TIMED_WAITING', 'IDLE', 'WALL_TIME'];

/** Thread states as they are listed: from running to idle, then those that are not known, by name. */
export function sortStates(states: readonly string[]): string[] {
  const place = (state: string) => (ORDER.includes(state) ? ORDER.indexOf(state) : ORDER.length);
  return states.toSorted((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
}

/**
 * The thread states of a choice among those that occur: CPU is RUNNABLE, BLOCKED and NATIVE; latency is all
 * but IDLE. Where a choice has none of the states that occur (Python groups know only WALL_TIME) it is all.
 */
export function chosenStatesOrAll(choice: StatePreset, occurring: readonly string[]): string[] {
  const chosen = chosenStates(choice, occurring);
  return chosen.length > 0 ? chosen : [...occurring];
}

/** The thread states that a profile has samples of, as they are listed. */
export function occurringStates({ states, total }: Pick<CallTree, 'states' | 'total'>): string[] {
  return sortStates(states.filter((_, i) => (total[i]?.[0] ?? 0) !== 0));
}

/** What is shown when nothing was chosen: CPU where any of its states occurs, else all that do. */
export function defaultPreset(occurring: readonly string[]): StatePreset {
  return occurring.some((state) => CPU_STATES.has(state)) ? 'cpu' : 'all';
}

/** The thread states of a choice among those that occur; none when it has none of them. */
export function chosenStates(data: StateChoice | undefined, occurring: readonly string[]): string[] {
  const chosen = data ?? defaultPreset(occurring);
  return occurring.filter((state) =>
    typeof chosen === 'string' ? has(chosen, state) : chosen.includes(state),
  );
}

/** A choice as a text of a URL: its name, or its thread states with commas between. */
export const formatStateChoice = (data: StateChoice) =>
  typeof data === 'string' ? data : data.map((state) => encodeURIComponent(state)).join(',');

/** The choice that a text of a URL means; undefined for one that means none. */
export function parseStateChoice(text: string): StateChoice | undefined {
  const choice = STATE_PRESETS.find((known) => known === text);
  if (choice) return choice;
  const states = text.split(',').slice(0, MOST_LISTED);
  try {
    return text === '' ? undefined : states.map((state) => decodeURIComponent(state));
  } catch {
    return undefined;
  }
}

function has(choice: StatePreset, state: string): boolean {
  if (choice === 'cpu') return CPU_STATES.has(state);
  return choice === 'all' || state !== 'IDLE';
}
