import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { CanaryGroup } from '@/lib/canary/list/canary-groups';
import type { Canary, CanaryWithLastRun, RunsPage, RunsRequest } from '@/lib/canary/run';
import { apiPath, fetcherAt } from './fetch-json';

const canaryPath = (name: string) => `/api/canaries/${encodeURIComponent(name)}`;

const fetchCanaries = fetcherAt<undefined, CanaryWithLastRun[]>(() => '/api/canaries');

const fetchGroups = fetcherAt<undefined, CanaryGroup[]>(() => '/api/canary-groups');

const fetchCanary = fetcherAt<string, Canary>(canaryPath);

/** Reads one page of runs from the dashboard's API. */
export const fetchRuns = fetcherAt<RunsRequest, RunsPage>(({ name, ...query }) =>
  apiPath(`${canaryPath(name)}/runs`, query),
);

export const canariesOptions = (fetcher = fetchCanaries) =>
  queryOptions({ queryKey: ['canaries'], queryFn: ({ signal }) => fetcher(undefined, signal) });

export const canaryGroupsOptions = (fetcher = fetchGroups) =>
  queryOptions({ queryKey: ['canary-groups'], queryFn: ({ signal }) => fetcher(undefined, signal) });

export const canaryOptions = (name: string, fetcher = fetchCanary) =>
  queryOptions({ queryKey: ['canary', name], queryFn: ({ signal }) => fetcher(name, signal) });

/** Pages of runs, newest first, until a page ends before `since` (epoch milliseconds). */
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
