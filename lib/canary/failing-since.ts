import { type ScheduledRun, SIMULTANEOUS_MS, scheduledRuns } from './attempts';
import type { CanaryRun } from './run';

export type Failing = {
  /** Start of the first scheduled run of the streak, epoch milliseconds. */
  since: number;
  /** Consecutive failed scheduled runs. */
  count: number;
  /** Whether it may have started earlier, because no passed run is known before it. */
  orEarlier: boolean;
};

/**
 * The current streak of failed scheduled runs; undefined if the newest finished one passed. A canary with several browsers
 * or locations fails if one of them does: returns the longest streak.
 */
export function failingSince(runs: readonly CanaryRun[]): Failing | undefined {
  const scheduled = scheduledRuns(runs);
  const newest = scheduled[0]?.started ?? 0;
  const variants = new Map<string, ScheduledRun[]>();
  for (const run of scheduled) {
    const [{ browserType, location }] = run.attempts;
    const key = `${browserType} ${location}`;
    const known = variants.get(key);
    if (known) known.push(run);
    else if (newest - run.started < SIMULTANEOUS_MS) variants.set(key, [run]);
  }
  return [...variants.values()]
    .flatMap((variant) => streakOf(variant) ?? [])
    .reduce<Failing | undefined>(
      (longest, one) => (longest && longest.since <= one.since ? longest : one),
      undefined,
    );
}

function streakOf(scheduled: readonly ScheduledRun[]): Failing | undefined {
  const finished = scheduled.filter(({ outcome }) => outcome !== 'running');
  const passed = finished.findIndex(({ outcome }) => outcome !== 'failed');
  const count = passed === -1 ? finished.length : passed;
  const first = finished[count - 1];
  return first && { since: first.started, count, orEarlier: passed === -1 };
}
