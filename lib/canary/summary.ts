import type { Span } from '@/lib/time/range';
import { availability, retainedFrom } from './availability';
import { type Failing, failingSince } from './failing-since';
import { knownFrom } from './known';
import { type LoadedRuns, loadedRuns } from './loaded';
import type { Canary, RunsPage } from './run';
import { canarySlices, type Slice } from './slices';

/** One canary over a span on the overview. */
export type CanarySummary = {
  slices: Slice[];
  passed: number;
  finished: number;
  /** The streak of failures at the end of the span. */
  failing: Failing | undefined;
  /** The instant from which all runs are loaded and retained, epoch milliseconds. */
  knownFrom: number;
  /** Whether the span has runs that were not read, so that only the newest count. */
  isNewestOnly: boolean;
  /** Whether the whole span is older than AWS keeps runs. */
  isExpired: boolean;
  loaded: LoadedRuns;
};

/** Summarizes a canary's newest runs over a span. */
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
    isNewestOnly: loaded.from > Math.max(span.from, retainedFrom(canary, now)),
    isExpired: span.to <= retainedFrom(canary, now),
    loaded,
  };
}

export type CanariesHeadline = {
  upCount: number;
  /** Canaries with a finished run in the span. */
  count: number;
  share: number | undefined;
  /** Whether only the newest runs of some canary count. */
  isNewestOnly: boolean;
};

/** How many of the canaries that ran in the span are up at its end, and their combined availability. */
export function headlineOf(summaries: readonly CanarySummary[]): CanariesHeadline {
  const measured = summaries.filter(({ finished }) => finished > 0);
  const finished = measured.reduce((sum, one) => sum + one.finished, 0);
  const passed = measured.reduce((sum, one) => sum + one.passed, 0);
  return {
    upCount: measured.filter(({ failing }) => !failing).length,
    count: measured.length,
    share: finished === 0 ? undefined : passed / finished,
    isNewestOnly: measured.some(({ isNewestOnly }) => isNewestOnly),
  };
}
