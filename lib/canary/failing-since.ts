import { scheduledRuns } from './attempts';
import { currentVariants } from './health/current-variants';
import { streakOf } from './health/streak';
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
  return currentVariants(scheduledRuns(runs), {}, Number.POSITIVE_INFINITY)
    .flatMap(({ scheduled }) => streakOf(scheduled) ?? [])
    .filter(({ isFailing }) => isFailing)
    .map(({ since, count, orEarlier }) => ({ since, count, orEarlier }))
    .reduce<Failing | undefined>(
      (longest, one) => (longest && longest.since <= one.since ? longest : one),
      undefined,
    );
}
