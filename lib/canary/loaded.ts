import type { CanaryRun, RunsPage } from './run';

/** Runs, newest first, that are all there are from an instant (epoch milliseconds) on. */
export type LoadedRuns = { runs: readonly CanaryRun[]; from: number };

/** What pages of runs, newest first, hold together. After the last page there is nothing older. */
export function loadedRuns(pages: readonly RunsPage[]): LoadedRuns {
  const runs = pages.flatMap((page) => page.runs);
  const more = pages.length === 0 || pages.at(-1)?.nextToken !== undefined;
  const oldest = runs.reduce((least, { started }) => Math.min(least, started), Number.POSITIVE_INFINITY);
  return { runs, from: more ? oldest : Number.NEGATIVE_INFINITY };
}

/**
 * Newer runs continued by those that were loaded before, so that a refresh need not load them again. Only
 * where the two meet without a hole, and where no older run was still going on when it was loaded.
 */
export function continued(newer: LoadedRuns, before: LoadedRuns): LoadedRuns {
  if (before.from >= newer.from) return newer;
  const older = before.runs.filter(({ started }) => started < newer.from);
  const meets = before.runs.length > older.length;
  if (!meets || older.some(({ state }) => state === 'RUNNING')) return newer;
  return { runs: [...newer.runs, ...older], from: before.from };
}
