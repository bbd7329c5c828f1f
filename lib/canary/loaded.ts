import type { CanaryRun } from './run';

/** All runs from an instant (epoch milliseconds) on, newest first. */
export type LoadedRuns = {
  runs: readonly CanaryRun[];
  from: number;
  /** When AWS listed the newest ones, epoch milliseconds: later ones are unknown. Undefined for the page's present. */
  asOf?: number | undefined;
};
