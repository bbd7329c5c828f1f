import { ProblemError } from '@/lib/answer/problem';
import type { Canary, RunsRequest } from '@/lib/canary/run';
import type { RunHistory } from '@/lib/canary/stream/collect-runs';
import { getCanary } from '../get-canary';
import { type RunIndexes, runIndexes } from './run-indexes';
import type { RunsKind } from './runs-kind';
import { retainedBy } from './runs-viewer';

/** They are in the HTML of a page, so not more than AWS sends at a time. */
const MAX_RUNS = 100;

/** The newest runs of the canary of a name. Rejects with a ProblemError. */
export async function newestRuns({
  name,
  runType = 'CANARY_RUN',
  dryRunId,
}: Pick<RunsRequest, 'name' | 'runType' | 'dryRunId'>): Promise<RunHistory> {
  const { data: canary } = await getCanary(name);
  return newestRunsOf(canary, { runType, dryRunId });
}

/** The newest runs of a canary, as soon as there are any. Rejects with a ProblemError. */
export async function newestRunsOf(
  canary: Canary,
  kind: RunsKind,
  indexes: RunIndexes = runIndexes(),
): Promise<RunHistory> {
  const { runs, viewer, leave } = indexes.join(canary, kind, Number.MAX_VALUE);
  try {
    for (;;) {
      const { change, current } = runs.state;
      if (runs.isDone(viewer)) break;
      if (current.failure) throw new ProblemError(current.failure);
      await change;
    }
  } finally {
    leave();
  }
  const { known, asOf } = runs.index;
  const all = known.newestFirst();
  // Of runs that started together some may be known, or among the newest, and others not.
  const from = Math.max(known.from, (all[MAX_RUNS]?.started ?? Number.NEGATIVE_INFINITY) + 1);
  const newest = all.slice(0, MAX_RUNS).filter(({ started }) => started >= from);
  return {
    ...{ loaded: { runs: newest.filter(retainedBy(canary)), from }, asOf },
    ...{ answeredFrom: undefined, isCut: false, warnings: [] },
  };
}
