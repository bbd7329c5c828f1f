import { scheduledRuns } from './attempts';
import type { CanaryRun } from './run';

export type Failing = {
  /** Start of the first scheduled run of the streak, epoch milliseconds. */
  since: number;
  /** Scheduled runs that failed one after another. */
  count: number;
  /** No passed run is known before it: it may have begun earlier. */
  orEarlier: boolean;
};

/** The current streak of failed scheduled runs; undefined when the newest that finished passed. */
export function failingSince(runs: readonly CanaryRun[]): Failing | undefined {
  const finished = scheduledRuns(runs).filter(({ outcome }) => outcome !== 'running');
  const passed = finished.findIndex(({ outcome }) => outcome !== 'failed');
  const count = passed === -1 ? finished.length : passed;
  const first = finished[count - 1];
  return first && { since: first.started, count, orEarlier: passed === -1 };
}
