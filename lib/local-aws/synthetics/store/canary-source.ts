import type { CanaryDefinition } from '../canary-definition';
import type { RunFilter } from './run-table';

/** Canaries from one origin: those that really run, or sample data. */
export type CanarySource = {
  list(): CanaryDefinition[];
  /** The canary of a name; undefined if it is of another origin. */
  find(name: string): CanaryDefinition | undefined;
  /** Starts a canary's schedule. Throws ConflictException when that is impossible. */
  start(name: string): Promise<void>;
  /** Stops a canary's schedule. Throws ConflictException when that is impossible. */
  stop(name: string): Promise<void>;
  /**
   * Runs a canary once in addition to its schedule and returns the dry run's id. Throws ConflictException when that is
   * impossible.
   */
  startDryRun(name: string, timeoutSeconds?: number): Promise<string>;
  /** Stores the runs of a kind that start on the UTC days `firstDay` to `lastDay` (since 1970) and aren't stored yet. */
  loadRuns(name: string, kind: RunFilter['kind'], firstDay: number, lastDay: number): Promise<void>;
};
