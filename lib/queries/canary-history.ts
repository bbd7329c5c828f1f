import { queryOptions } from '@tanstack/react-query';
import type { RunHistory } from '@/lib/canary/stream/collect-runs';
import type { NewestRuns } from '@/lib/canary/summary/runs-summary';
import { askHistory, type HistoryRequest, historyPath } from './ask-history';
import { asked } from './asked';

/** All runs of a range, which begins at `from`, epoch milliseconds. Those read so far are its data while the others are read. */
export const historyOptions = (request: HistoryRequest, from: number, ask = askHistory) =>
  queryOptions({
    queryKey: ['canary-history', request],
    queryFn: ({ client, queryKey, signal }) =>
      ask(request, {
        ...{ from, signal, known: client.getQueryData<RunHistory>(queryKey) },
        onRuns: (history) => client.setQueryData(queryKey, history),
      }),
    meta: asked(historyPath(request, from)),
    structuralSharing: false,
  });

/** The newest runs, which the server sends with the page, so that it has a picture while the others are read. */
export const newestRunsOptions = (
  request: HistoryRequest,
  fetcher: (request: HistoryRequest) => Promise<NewestRuns> = neverFetched,
) =>
  queryOptions({
    queryKey: ['newest-runs', request],
    queryFn: () => fetcher(request),
    structuralSharing: false,
  });

const neverFetched = () => Promise.reject(new Error('Only the server reads the newest runs.'));
