import type { Span } from '@/lib/time/range';
import { scheduledRuns } from './attempts';
import type { CanaryRun } from './run';
import { startedIn } from './started-in';

/** The listed scheduled runs: all, those that finally failed, or those with a retry. */
export type RunFilter = 'all' | 'failed' | 'retried';

/** The attempts of the matching scheduled runs of a span, newest first. */
export function filterRuns(runs: readonly CanaryRun[], span: Span, filter: RunFilter): CanaryRun[] {
  return scheduledRuns(runs)
    .filter(startedIn(span))
    .filter(({ outcome, attempts }) => {
      if (filter === 'failed') return outcome === 'failed';
      if (filter === 'retried') return attempts.some(({ retryAttempt }) => retryAttempt);
      return true;
    })
    .flatMap(({ attempts }) => attempts.toReversed());
}
