import type { CanaryRun, RunsPage } from './run';

/** All runs from an instant (epoch milliseconds) on, newest first. */
export type LoadedRuns = { runs: readonly CanaryRun[]; from: number };

/** Joins pages of runs, newest first. After the last page there are no older runs. */
export function loadedRuns(pages: readonly RunsPage[]): LoadedRuns {
  const runs = pages.flatMap((page) => page.runs);
  const hasMore = pages.length === 0 || pages.at(-1)?.nextToken !== undefined;
  const oldest = runs.reduce((min, { started }) => Math.min(min, started), Number.POSITIVE_INFINITY);
  return { runs, from: hasMore ? oldest : Number.NEGATIVE_INFINITY };
}

/**
 * Appends runs loaded earlier to newer ones, so that a refresh need not load them again. Returns the newer ones alone if
 * there is a gap between the two, or if an older run was still running when it was loaded.
 */
export function withEarlier(newer: LoadedRuns, earlier: LoadedRuns): LoadedRuns {
  if (earlier.from >= newer.from) return newer;
  const older = earlier.runs.filter(({ started }) => started < newer.from);
  const overlaps = earlier.runs.length > older.length;
  if (!overlaps || older.some(({ state }) => state === 'RUNNING')) return newer;
  return { runs: [...newer.runs, ...older], from: earlier.from };
}
