import type { Span } from '@/lib/time/range';
import { attemptOutcome, type Outcome, type ScheduledRun, WORST_FIRST } from '../attempts';
import { elapsedMs } from '../durations';
import type { RunLimits } from '../no-end';

/** Scheduled runs as columns, oldest first, so that tens of thousands can be drawn while a plot moves. */
export type PlotRuns = {
  scheduled: readonly ScheduledRun[];
  /** Epoch milliseconds. */
  started: Float64Array;
  /** Of the first attempt, milliseconds; NaN where it is unknown. */
  duration: Float64Array;
  /** Index in WORST_FIRST. */
  outcome: Uint8Array;
  /** Outcomes of the first and second retry as an index in WORST_FIRST; NO_RETRY where there is none. */
  retries: readonly [Uint8Array, Uint8Array];
};

export const NO_RETRY = 255;

const indexOf = (outcome: Outcome) => WORST_FIRST.indexOf(outcome);

/** The outcome at a place of a column. */
export const outcomeOf = (index: number | undefined): Outcome => WORST_FIRST[index ?? 0] ?? 'failed';

/** Columns of scheduled runs, newest first. */
export function plotRuns(
  newestFirst: readonly ScheduledRun[],
  now: number,
  limits: RunLimits = {},
): PlotRuns {
  const scheduled = newestFirst.toReversed();
  const count = scheduled.length;
  const columns: PlotRuns = {
    scheduled,
    started: new Float64Array(count),
    duration: new Float64Array(count),
    outcome: new Uint8Array(count),
    retries: [new Uint8Array(count).fill(NO_RETRY), new Uint8Array(count).fill(NO_RETRY)],
  };
  scheduled.forEach(({ started, outcome, attempts }, at) => {
    columns.started[at] = started;
    columns.duration[at] = elapsedMs(attempts[0], now, limits) ?? Number.NaN;
    columns.outcome[at] = indexOf(outcome);
    for (const run of attempts) {
      const column = run.retryAttempt ? columns.retries[run.retryAttempt - 1] : undefined;
      if (column) column[at] = indexOf(attemptOutcome(run));
    }
  });
  return columns;
}

/** The places of the runs that started in a span: from the first up to, but without, the end. */
export function placesIn({ started }: PlotRuns, { from, to }: Span): { first: number; end: number } {
  return { first: firstAtOrAfter(started, from), end: firstAtOrAfter(started, to) };
}

function firstAtOrAfter(ascending: Float64Array, value: number): number {
  let [low, high] = [0, ascending.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
