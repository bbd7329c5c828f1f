import type { Span } from '@/lib/time/range';
import { availability, retainedFrom } from './availability';
import { type Failing, failingSince } from './failing-since';
import { knownFrom } from './known';
import { type LoadedRuns, loadedRuns } from './loaded';
import type { Canary, RunsPage } from './run';
import { canarySlices, type Slice } from './slices';

/** One canary over a span, as the overview tells it. */
export type CanarySummary = {
  slices: Slice[];
  passed: number;
  finished: number;
  /** The streak of failures at the end of the span. */
  failing: Failing | undefined;
  /** From when on the runs are there and both kinds are kept, epoch milliseconds. */
  knownFrom: number;
  /** Runs of the span are older than all that were read: what is told is of the newest alone. */
  newestOnly: boolean;
  /** The whole span is older than AWS keeps runs. */
  gone: boolean;
  loaded: LoadedRuns;
};

/** What a canary's newest runs say about a span. */
export function summaryOf(page: RunsPage, canary: Canary, span: Span, now: number): CanarySummary {
  const all = loadedRuns([page]);
  const loaded = { ...all, runs: all.runs.filter(({ started }) => started < span.to) };
  const inside = loaded.runs.filter(({ started }) => started >= span.from);
  const known = knownFrom(loaded, canary, now);
  const { passed, finished } = availability(loaded.runs, span, known);
  return {
    slices: canarySlices(loaded, canary, span, now),
    passed,
    finished,
    failing: inside.length > 0 ? failingSince(loaded.runs) : undefined,
    knownFrom: known,
    newestOnly: loaded.from > Math.max(span.from, retainedFrom(canary, now)),
    gone: span.to <= retainedFrom(canary, now),
    loaded,
  };
}

export type CanariesHeadline = {
  up: number;
  told: number;
  share: number | undefined;
  /** Of one canary at least only the newest runs of the span count. */
  newestOnly: boolean;
};

/** How many canaries are up at the span's end of those that ran in it, and their availability together. */
export function headlineOf(summaries: readonly CanarySummary[]): CanariesHeadline {
  const told = summaries.filter(({ finished }) => finished > 0);
  const finished = told.reduce((sum, one) => sum + one.finished, 0);
  const passed = told.reduce((sum, one) => sum + one.passed, 0);
  return {
    up: told.filter(({ failing }) => !failing).length,
    told: told.length,
    share: finished === 0 ? undefined : passed / finished,
    newestOnly: told.some(({ newestOnly }) => newestOnly),
  };
}
