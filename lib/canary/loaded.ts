import type { CanaryRun } from './run';

/** All runs from an instant (epoch milliseconds) on, newest first. */
export type LoadedRuns = { runs: readonly CanaryRun[]; from: number };
