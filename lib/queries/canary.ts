import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Answer } from '@/lib/answer/answer';
import type { Canary, CanaryWithLastRun, RunsPage, RunsRequest } from '@/lib/canary/run';
import { apiPath, fetchJson } from './fetch-json';

type Fetcher<Request, Data> = (request: Request, signal?: AbortSignal) => Promise<Answer<Data>>;

const canaryPath = (name: string) => `/api/canaries/${encodeURIComponent(name)}`;

const fetchCanaries = (_: undefined, signal?: AbortSignal) =>
  fetchJson<Answer<CanaryWithLastRun[]>>('/api/canaries', { signal });

const fetchCanary: Fetcher<string, Canary> = (name, signal) => fetchJson(canaryPath(name), { signal });

/** One page of runs from our own API. */
export const fetchRuns: Fetcher<RunsRequest, RunsPage> = ({ name, ...query }, signal) =>
  fetchJson(apiPath(`${canaryPath(name)}/runs`, query), { signal });

export const canariesOptions = (fetcher: Fetcher<undefined, CanaryWithLastRun[]> = fetchCanaries) =>
  queryOptions({ queryKey: ['canaries'], queryFn: ({ signal }) => fetcher(undefined, signal) });

export const canaryOptions = (name: string, fetcher = fetchCanary) =>
  queryOptions({ queryKey: ['canary', name], queryFn: ({ signal }) => fetcher(name, signal) });

/** Pages of runs, newest first; pages go on until the runs are older than `since` (epoch milliseconds). */
export const runsOptions = (request: Omit<RunsRequest, 'nextToken'>, since: number, fetcher = fetchRuns) =>
  infiniteQueryOptions({
    queryKey: ['runs', request, since],
    queryFn: ({ pageParam, signal }) => fetcher({ ...request, nextToken: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ data }) => {
      const oldest = data.runs.at(-1);
      return oldest && oldest.started < since ? undefined : data.nextToken;
    },
  });
