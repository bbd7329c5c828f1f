import type { Span } from '@/lib/time/range';
import { scheduledRuns } from './attempts';
import type { CanaryRun } from './run';

/** Which scheduled runs are listed: all, those that finally failed, those that were tried again. */
export type Shown = 'all' | 'failed' | 'retried';

/** The attempts of the scheduled runs of a span that are to be shown, newest first. */
export function filterRuns(runs: readonly CanaryRun[], span: Span, shown: Shown): CanaryRun[] {
  return scheduledRuns(runs)
    .filter(({ started }) => started >= span.from && started < span.to)
    .filter(({ outcome, attempts }) => {
      if (shown === 'failed') return outcome === 'failed';
      if (shown === 'retried') return attempts.some(({ retryAttempt }) => retryAttempt);
      return true;
    })
    .flatMap(({ attempts }) => attempts.toReversed());
}
