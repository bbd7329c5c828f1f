import { queryOptions } from '@tanstack/react-query';
import type { Answer } from '@/lib/answer/answer';
import type { RunsPage, RunsRequest } from '@/lib/canary/run';
import { fetchRuns } from './canary';

/** Pages of 100 runs that the overview reads of each canary. */
export const MOST_RUN_PAGES = 4;

type Fetcher = (request: RunsRequest, signal?: AbortSignal) => Promise<Answer<RunsPage>>;

/**
 * A canary's newest runs as one page, read back to `since` (epoch milliseconds) but not beyond 400; a token
 * that is left over says that there are older ones.
 */
export const recentRunsOptions = (name: string, since: number, fetcher: Fetcher = fetchRuns) =>
  queryOptions({
    queryKey: ['recent-runs', name, since],
    queryFn: async ({ signal }) => {
      const request: RunsRequest = { name, runType: 'CANARY_RUN', maxResults: 100 };
      const first = await fetcher(request, signal);
      const warnings = [...first.warnings];
      let { runs, nextToken } = first.data;
      for (let pages = 1; pages < MOST_RUN_PAGES && nextToken !== undefined; pages++) {
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
