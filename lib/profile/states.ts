/** Which thread states a flame graph adds up. */
export const DATA_CHOICES = ['cpu', 'latency', 'all'] as const;
export type DataChoice = (typeof DATA_CHOICES)[number];

const CPU_STATES = new Set(['RUNNABLE', 'BLOCKED', 'NATIVE']);

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
