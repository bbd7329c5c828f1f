import type { LoadedRuns } from './loaded';
import type { RunsPage } from './run';

/** Joins pages of runs, newest first. After the last page there are no older runs. */
export function loadedRuns(pages: readonly RunsPage[]): LoadedRuns {
  const runs = pages.flatMap((page) => page.runs);
  const hasMore = pages.length === 0 || pages.at(-1)?.nextToken !== undefined;
  const oldest = runs.reduce((min, { started }) => Math.min(min, started), Number.POSITIVE_INFINITY);
  return { runs, from: hasMore ? oldest : Number.NEGATIVE_INFINITY };
}
