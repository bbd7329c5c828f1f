import type { Canary } from '@/lib/canary/run';
import { writeRuns } from '@/lib/canary/stream/run-chunk';
import type { RunsEvent } from '@/lib/canary/stream/run-event';
import { changesWithin } from '../../changing-state';
import { MAX_SILENCE_MS, untilNextSend } from '../../stream-pace';
import { answeredFrom, neededFrom, readingWarnings, sentFrom } from './answered-runs';
import { recordRuns } from './kept-runs';
import type { RunIndex } from './run-index';
import { type RunIndexes, runIndexes } from './run-indexes';
import type { RunsKind } from './runs-kind';
import { RunsViewer } from './runs-viewer';
import type { Viewer } from './shared-runs';

/** The browser reads a line in one go. */
const MAX_RUNS_PER_LINE = 1000;

export type HistoryRequest = RunsKind & {
  canary: Canary;
  /** Start of the range, epoch milliseconds. */
  from: number;
  /** Only runs that started at or after it, epoch milliseconds: the viewer has the others. */
  after?: number | undefined;
};

/**
 * A canary's runs, newest first while they are read, then the end or a failure. It ends without either when the signal is
 * aborted.
 */
export async function* historyEvents(
  request: HistoryRequest,
  signal: AbortSignal,
  indexes: RunIndexes = runIndexes(),
): AsyncGenerator<RunsEvent> {
  const needed = request.after ?? neededFrom(request.canary, request.from);
  const { runs, viewer, leave } = indexes.join(request.canary, request, { from: needed });
  const sent = new RunsViewer(
    runs.index,
    () => request.after ?? sentFrom(runs.index, needed),
    request.canary,
  );
  let reportedFrom = Number.POSITIVE_INFINITY;
  let sentAt = Number.NEGATIVE_INFINITY;
  try {
    for (;;) {
      const { change } = runs.state;
      const { failure } = runs.state.current;
      const isDone = runs.isDone(viewer);
      const stale = runs.staleFor(viewer);
      if (!viewer.needsRefresh || stale) {
        for (let part = sent.take(MAX_RUNS_PER_LINE); part.length > 0; part = sent.take(MAX_RUNS_PER_LINE)) {
          sentAt = performance.now();
          yield { type: 'runs', chunk: writeRuns(part) };
        }
      }
      // While lines were sent, more may have been read.
      const isSent = runs.state.change === change;
      if (isSent && isDone) {
        recordRuns(request.canary, request, runs.index, needed);
        return yield endOf(runs.index, sent, { viewer, canary: request.canary, needed });
      }
      if (isSent && stale)
        return yield { ...endOf(runs.index, sent, { viewer, canary: request.canary, needed }), stale };
      if (isSent && failure) return yield { type: 'failed', problem: failure };
      const knownFrom = viewer.needsRefresh ? reportedFrom : sent.knownFrom;
      if (knownFrom !== reportedFrom) yield progress(sent, knownFrom);
      reportedFrom = knownFrom;
      const isSilent = !(await changesWithin(change, MAX_SILENCE_MS, signal));
      if (isSilent) yield progress(sent, reportedFrom);
      const isReading = () => !runs.isDone(viewer) && !runs.state.current.failure;
      await untilNextSend(runs.state, sentAt, isReading, signal);
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    leave();
  }
}

const jsonInstant = (instant: number) => (Number.isFinite(instant) ? instant : null);

const progress = ({ sentCount }: RunsViewer, knownFrom: number): RunsEvent => ({
  ...{ type: 'progress', runCount: sentCount, knownFrom: jsonInstant(knownFrom) },
});

function endOf(
  index: RunIndex,
  sent: RunsViewer,
  { viewer, canary, needed }: { viewer: Viewer; canary: Canary; needed: number },
): Extract<RunsEvent, { type: 'end' }> {
  const { isCut, asOf = 0 } = index;
  const from = answeredFrom(index, { viewer, canary, needed, sent: sent.from });
  const completeFrom = Math.max(from, index.known.completeFrom);
  return {
    ...{ type: 'end', asOf, runCount: sent.sentCount, isCut, warnings: readingWarnings(index) },
    ...{ knownFrom: jsonInstant(from), completeFrom: jsonInstant(completeFrom) },
  };
}
