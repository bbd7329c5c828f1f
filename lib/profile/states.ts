/** Which thread states a flame graph adds up. */
export const DATA_CHOICES = ['cpu', 'latency', 'all'] as const;
export type DataChoice = (typeof DATA_CHOICES)[number];

const CPU_STATES = new Set(['RUNNABLE', 'BLOCKED', 'NATIVE']);

const ORDER = ['RUNNABLE', 'BLOCKED', 'NATIVE', 'WAITING', 'TIMED_WAITING', 'IDLE', 'WALL_TIME'];

/** Thread states as they are listed: from running to idle, then those that are not known, by name. */
export function inOrder(states: readonly string[]): string[] {
  const place = (state: string) => (ORDER.includes(state) ? ORDER.indexOf(state) : ORDER.length);
  return states.toSorted((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
}

/**
 * The thread states of a choice among those that occur: CPU is RUNNABLE, BLOCKED and NATIVE; latency is all
 * but IDLE. Where a choice has none of the states that occur (Python groups know only WALL_TIME) it is all.
 */
export function statesOf(choice: DataChoice, occurring: readonly string[]): string[] {
  const chosen = occurring.filter((state) =>
    choice === 'cpu' ? CPU_STATES.has(state) : choice === 'latency' ? state !== 'IDLE' : true,
  );
  return chosen.length > 0 ? chosen : [...occurring];
}
