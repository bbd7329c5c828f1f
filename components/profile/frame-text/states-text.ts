import { defaultPreset, type StateChoice, type StatePreset, sortStates } from '@/lib/profile/tree/states';

const BASES: Record<StatePreset, string> = {
  cpu: 'CPU',
  latency: 'latency',
  all: 'all samples',
};

const MAX_LENGTH = 120;

/** The base of shares in a choice of thread states: `CPU`, `all samples`, `RUNNABLE, NATIVE`. */
export function statesBase(choice: StateChoice | null, occurring: readonly string[]): string {
  const chosen = choice ?? defaultPreset(occurring);
  return typeof chosen === 'string' ? BASES[chosen] : sortStates(chosen).join(', ').slice(0, MAX_LENGTH);
}
