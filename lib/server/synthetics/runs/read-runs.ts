import { ProblemError } from '@/lib/answer/problem';
import type { Canary } from '@/lib/canary/run';
import { untilAborted } from '../../shared-calls';
import { runIndexes } from './run-indexes';

/**
 * Reads the scheduled runs of a canary back to an instant (epoch milliseconds), after those that somebody looks at. What can't change any
 * more is archived afterwards. Rejects with a ProblemError, or with the signal's reason.
 */
export async function readRuns(canary: Canary, from: number, signal: AbortSignal): Promise<void> {
  const needs = { from, isPatient: true };
  const { runs, viewer, leave } = runIndexes().join(canary, { runType: 'CANARY_RUN' }, needs);
  try {
    for (;;) {
      const { change } = runs.state;
      if (runs.isDone(viewer)) return;
      const { failure } = runs.state.current;
      if (failure) throw new ProblemError(failure);
      await untilAborted(change, signal);
    }
  } finally {
    leave();
  }
}
