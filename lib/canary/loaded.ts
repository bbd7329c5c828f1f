import type { CanaryRun } from './run';

/** All runs from an instant (epoch milliseconds) on, newest first. */
export type LoadedRuns = {
  runs: readonly CanaryRun[];
  from: number;
  /** The instant from which both passed and failed runs are known, epoch milliseconds; undefined for what AWS keeps at present. */
  completeFrom?: number | undefined;
  /** When AWS listed the newest ones, epoch milliseconds: later ones are unknown. Undefined for the page's present. */
  asOf?: number | undefined;
};
