import { ProblemError } from '@/lib/answer/problem';
import type { RunsRequest } from '@/lib/canary/run';
import { RunCollector, type RunHistory } from '@/lib/canary/stream/collect-runs';
import { continuedFrom } from '@/lib/canary/stream/continue-runs';
import type { RunsEvent } from '@/lib/canary/stream/run-event';
import { askLines } from './ask-lines';
import { apiPath } from './fetch-json';

/**
 * How often runs are shown while they are read. Each time takes the page longer than the time before, so they are shown again once
 * they are half as many again or, if AWS is slow, after some seconds.
 */
const MIN_SHOWN_MS = 1000;
const MAX_SHOWN_MS = 3000;
const MIN_GROWTH = 1.5;

export type HistoryRequest = Pick<RunsRequest, 'name' | 'runType' | 'dryRunId'>;

type Options = {
  /** Start of the range, epoch milliseconds. */
  from: number;
  /** Runs that were read before. */
  known: RunHistory | undefined;
  signal: AbortSignal;
  /** Gets the runs read so far, now and then. */
  onRuns(history: RunHistory): void;
};

/** The path of a canary's runs back to an instant, or only of those after another one, epoch milliseconds. */
export const historyPath = ({ name, ...kind }: HistoryRequest, from: number, after?: number): string =>
  apiPath(`/api/canaries/${encodeURIComponent(name)}/history`, {
    ...{ ...kind, from: Math.floor(from), after: after && Math.floor(after) },
  });

/** Reads a canary's runs back to an instant, and only newer ones if the others are known. Rejects with a ProblemError. */
export async function askHistory(
  { name, ...kind }: HistoryRequest,
  { from, known, signal, onRuns }: Options,
): Promise<RunHistory> {
  const continued = continuedFrom(known, from);
  const path = historyPath({ name, ...kind }, from, continued?.after);
  const collector = new RunCollector(continued);
  let shown = { at: Number.NEGATIVE_INFINITY, count: 0 };
  const isDue = () => {
    const elapsed = performance.now() - shown.at;
    const hasGrown = collector.count >= MIN_GROWTH * shown.count;
    return elapsed >= (hasGrown ? MIN_SHOWN_MS : MAX_SHOWN_MS);
  };
  return askLines(path, { signal }, (event: RunsEvent) => {
    if (event.type === 'end') return collector.end(event, from);
    if (event.type === 'failed') throw new ProblemError(event.problem);
    collector.add(event);
    if (event.type !== 'progress' || !isDue()) return undefined;
    const { soFar } = collector;
    if (known && soFar.loaded.from >= known.loaded.from) return undefined;
    onRuns(soFar);
    shown = { at: performance.now(), count: collector.count };
    return undefined;
  });
}
