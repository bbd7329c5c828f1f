import { queryOptions } from '@tanstack/react-query';
import type { RunsPage, RunsRequest } from '@/lib/canary/run';
import { fetchRuns } from './canary';

const PAGE_SIZE = 100;
const MAX_PAGES = 4;

/** Maximum number of runs that the overview reads of each canary. */
export const MAX_RECENT_RUNS = MAX_PAGES * PAGE_SIZE;

/**
 * A canary's newest runs as one page, read back to `since` (epoch milliseconds) but at most 400. A remaining
 * token means that there are older ones.
 */
export const recentRunsOptions = (name: string, since: number, fetcher = fetchRuns) =>
  queryOptions({
    queryKey: ['recent-runs', name, since],
    queryFn: async ({ signal }) => {
      const request: RunsRequest = { name, runType: 'CANARY_RUN', maxResults: PAGE_SIZE };
      const first = await fetcher(request, signal);
      const warnings = [...first.warnings];
      let { runs, nextToken } = first.data;
      for (let pageCount = 1; pageCount < MAX_PAGES && nextToken !== undefined; pageCount++) {
        const oldest = runs.at(-1);
        if (oldest && oldest.started < since) break;
        const page = await fetcher({ ...request, nextToken }, signal);
        runs = [...runs, ...page.data.runs];
        nextToken = page.data.nextToken;
        warnings.push(...page.warnings);
      }
      const data: RunsPage = nextToken === undefined ? { runs } : { runs, nextToken };
      return { ...first, data, warnings };
    },
  });
