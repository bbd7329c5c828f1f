import type { RawRun } from './own-canaries';

type Range = { from: number; to: number };

const startedAt = (run: RawRun) => 1000 * run.Timeline.Started;

/** The scheduled runs that started in a range, each as its attempts in order. */
export function scheduledIn(runs: readonly RawRun[], { from, to }: Range): RawRun[][] {
  const groups = new Map<string, RawRun[]>();
  for (const run of runs) groups.set(run.ScheduledRunId, [...(groups.get(run.ScheduledRunId) ?? []), run]);
  return [...groups.values()]
    .map((attempts) => attempts.toSorted((a, b) => (a.RetryAttempt ?? 0) - (b.RetryAttempt ?? 0)))
    .filter(([first]) => first && startedAt(first) >= from && startedAt(first) < to);
}

/** Passed and finished scheduled runs, and how many attempts were retries. */
export function figuresIn(runs: readonly RawRun[], range: Range) {
  const scheduled = scheduledIn(runs, range);
  const states = scheduled.map((attempts) => attempts.at(-1)?.Status.State);
  const passed = states.filter((state) => state === 'PASSED').length;
  const retries = scheduled.flat().filter(({ RetryAttempt }) => RetryAttempt).length;
  return { passed, finished: passed + states.filter((state) => state === 'FAILED').length, retries };
}

/** Runs of a schedule that are missing between those of a range. */
export function missedBetween(runs: readonly RawRun[], range: Range, everyMs: number): number {
  const starts = scheduledIn(runs, range).flatMap(([first]) => (first ? [startedAt(first)] : []));
  return starts
    .sort((a, b) => a - b)
    .reduce(
      (sum, start, i) => sum + (i === 0 ? 0 : Math.round((start - (starts[i - 1] ?? 0)) / everyMs) - 1),
      0,
    );
}
