import { ProblemError } from '@/lib/answer/problem';
import type { LoadedRuns } from '@/lib/canary/loaded';
import type { Canary, CanaryRun, RunsRequest } from '@/lib/canary/run';
import {
  type NewestRuns,
  type RunsSummary,
  runsSummary,
  type SummaryView,
  viewName,
} from '@/lib/canary/summary/runs-summary';
import { getCanary } from '../get-canary';
import { answeredRuns, neededFrom, readingWarnings } from './answered-runs';
import { type RunIndexes, runIndexes } from './run-indexes';
import type { RunsKind } from './runs-kind';
import { retainedBy } from './runs-viewer';
import type { SharedRuns, Viewer } from './shared-runs';

/** They are in the HTML of a page, so not more than AWS sends at a time. */
const MAX_RUNS = 100;

/** The newest runs of the canary of a name, and a summary of those of a view. Rejects with a ProblemError. */
export async function newestRuns(
  { name, runType = 'CANARY_RUN', dryRunId }: Pick<RunsRequest, 'name' | 'runType' | 'dryRunId'>,
  view: SummaryView | undefined,
): Promise<NewestRuns> {
  const { data: canary } = await getCanary(name);
  return newestRunsOf(canary, { runType, dryRunId }, view);
}

/**
 * The newest runs of a canary, as soon as there are any. A view is summarized if all of its runs are known by then, as they are if
 * the archive has them. Rejects with a ProblemError.
 */
export async function newestRunsOf(
  canary: Canary,
  kind: RunsKind,
  view: SummaryView | undefined,
  indexes: RunIndexes = runIndexes(),
): Promise<NewestRuns> {
  const { runs, viewer, leave } = indexes.join(canary, kind, {
    from: Number.MAX_VALUE,
    ...(view && { archivedFrom: neededFrom(canary, view.span.from) }),
  });
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
  const { index } = runs;
  const summary = view && summaryOf(runs, viewer, canary, view);
  return {
    ...{ loaded: newestOf(runs, canary), asOf: index.asOf, summary },
    ...{ answeredFrom: undefined, isCut: false, warnings: summary ? readingWarnings(index) : [] },
  };
}

function newestOf({ index: { known } }: SharedRuns, canary: Canary): LoadedRuns {
  const all = known.newestFirst();
  // Of runs that started together some may be known, or among the newest, and others not.
  const from = Math.max(known.from, (all[MAX_RUNS]?.started ?? Number.NEGATIVE_INFINITY) + 1);
  const newest = all.slice(0, MAX_RUNS).filter(({ started }) => started >= from);
  return { runs: newest.filter(retainedBy(canary, known)), from, completeFrom: known.completeFrom };
}

/** The last summary by the runs that it is of, for all who open the same page within seconds. */
const summaries = new WeakMap<
  readonly CanaryRun[],
  { summary: RunsSummary; canary: Canary; asOf: number | undefined }
>();

/** Undefined if runs of the range are missing, or if it has none. */
function summaryOf(
  { index }: SharedRuns,
  viewer: Viewer,
  canary: Canary,
  view: SummaryView,
): RunsSummary | undefined {
  const all = index.known.newestFirst();
  const before = summaries.get(all);
  const { asOf } = index;
  if (before?.canary === canary && before.asOf === asOf && before.summary.of === viewName(view))
    return before.summary;
  const known = { from: Math.max(viewer.archivedFrom, viewer.oldest) };
  const loaded = answeredRuns(index, known, canary, neededFrom(canary, view.span.from));
  const summary = runsSummary(loaded, canary, view);
  if (summary.from > view.span.from || summary.attempts === 0) return undefined;
  summaries.set(all, { summary, canary, asOf });
  return summary;
}
