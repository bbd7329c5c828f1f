import { ProblemError } from '@/lib/answer/problem';
import type { StatisticsRequest } from '@/lib/farm/session-statistics';
import { MINUTE, SECOND } from '@/lib/time/duration';
import type { Timing } from '../../aws/timing';
import type { ChangingState } from '../../changing-state';
import { exactNow } from '../../clock';
import { startSessionsStatisticsAggregation } from '../start-sessions-statistics-aggregation';
import type { AggregationState } from './aggregation-state';
import { busyDelay } from './timing';

/** Maximum time to wait for an aggregation that somebody else runs. */
const MAX_BUSY_MS = 10 * MINUTE;

/**
 * Starts an aggregation. While AWS runs another one for the farm, waits as it says and tries again, and the state shows the
 * wait. `signal` ends the waiting, never a start: the id of what it started would be lost.
 */
export async function startWhenFree(
  request: StatisticsRequest,
  timing: Timing,
  state: ChangingState<AggregationState>,
  signal: AbortSignal,
): Promise<{ aggregationId: string; asOf: number }> {
  for (let waitedMs = 0; ; ) {
    signal.throwIfAborted();
    const asOf = exactNow();
    try {
      return { aggregationId: await startSessionsStatisticsAggregation(request), asOf };
    } catch (error) {
      if (!isBusy(error) || waitedMs >= MAX_BUSY_MS) throw error;
      const delayMs = busyDelay(error.problem.retryAfterSeconds, timing);
      state.set({ phase: 'busy', retryAfterSeconds: Math.ceil(delayMs / SECOND) });
      await timing.wait(delayMs, signal);
      waitedMs += delayMs;
    }
  }
}

const isBusy = (error: unknown): error is ProblemError =>
  error instanceof ProblemError && error.problem.code === 'ThrottlingException';
