import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type {
  Farm,
  Fleet,
  Queue,
  StartedAggregation,
  StatisticsPage,
  StatisticsPageRequest,
  StatisticsRequest,
  StatisticsStartRequest,
} from '@/lib/farm/session-statistics';
import { apiPath, type Fetcher, fetcherAt, fetchJson, isoInstant } from './fetch-json';
import { retryInterval } from './query-client';

/** Shorter than the hour that results live from Start, so that a new aggregation replaces them in time. */
const AGGREGATION_STALE_MS = 50 * 60_000;
/** The first poll of a running aggregation comes after half a second; later ones are further apart. */
const FIRST_POLL_MS = 500;
const MAX_POLL_MS = 5000;
const POLL_GROWTH = 1.5;

const farmPath = (farmId: string) => `/api/farms/${encodeURIComponent(farmId)}`;

const fetchFarms = fetcherAt<undefined, Farm[]>(() => '/api/farms');
const fetchFarm = fetcherAt<string, Farm>(farmPath);
const fetchQueues = fetcherAt<string, Queue[]>((farmId) => `${farmPath(farmId)}/queues`);
const fetchFleets = fetcherAt<string, Fleet[]>((farmId) => `${farmPath(farmId)}/fleets`);

const startAggregation: Fetcher<StatisticsStartRequest, StartedAggregation> = (request, signal) => {
  const { farmId, startTime, endTime, ...rest } = request;
  return fetchJson(`${farmPath(farmId)}/statistics`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...rest, startTime: isoInstant(startTime), endTime: isoInstant(endTime) }),
    signal,
  });
};

const fetchStatistics = fetcherAt<StatisticsPageRequest, StatisticsPage>(
  ({ farmId, aggregationId, nextToken }) =>
    apiPath(`${farmPath(farmId)}/statistics/${encodeURIComponent(aggregationId)}`, { nextToken }),
);

export const farmsOptions = (fetcher = fetchFarms) =>
  queryOptions({ queryKey: ['farms'], queryFn: ({ signal }) => fetcher(undefined, signal) });

export const farmOptions = (farmId: string, fetcher = fetchFarm) =>
  queryOptions({ queryKey: ['farm', farmId], queryFn: ({ signal }) => fetcher(farmId, signal) });

export const queuesOptions = (farmId: string, fetcher = fetchQueues) =>
  queryOptions({ queryKey: ['queues', farmId], queryFn: ({ signal }) => fetcher(farmId, signal) });

export const fleetsOptions = (farmId: string, fetcher = fetchFleets) =>
  queryOptions({ queryKey: ['fleets', farmId], queryFn: ({ signal }) => fetcher(farmId, signal) });

/**
 * Starts an aggregation, or reuses one that the server started for an equal request. Invalidating it asks for
 * newer figures; refetching it does not.
 */
export const aggregationOptions = (request: StatisticsRequest, fetcher = startAggregation) =>
  queryOptions({
    queryKey: ['aggregation', request],
    queryFn: ({ client, queryKey, signal }) => {
      // A failure invalidates the query too, but then there are no figures to be newer than.
      const state = client.getQueryState(queryKey);
      const fresh = state?.data !== undefined && state.isInvalidated;
      return fetcher(fresh ? { ...request, fresh } : request, signal);
    },
    staleTime: AGGREGATION_STALE_MS,
    gcTime: AGGREGATION_STALE_MS,
  });

/**
 * The pages of a started aggregation. The first is polled while AWS still adds up, and retried when it failed.
 * A later page that failed is left to the caller, because retrying it here would refetch all pages.
 */
export const statisticsOptions = (started: StartedAggregation, fetcher = fetchStatistics) =>
  infiniteQueryOptions({
    queryKey: ['statistics', started],
    queryFn: ({ pageParam, signal }) => fetcher({ ...started, nextToken: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.data.nextToken,
    refetchInterval: ({ state }) => {
      const pages = state.data?.pages ?? [];
      if (state.error) return pages.length <= 1 && retryInterval(state.error);
      return pages[0]?.data.status === 'IN_PROGRESS' && pollInterval(state.dataUpdateCount);
    },
    staleTime: AGGREGATION_STALE_MS,
  });

const pollInterval = (answerCount: number) =>
  Math.min(MAX_POLL_MS, FIRST_POLL_MS * POLL_GROWTH ** Math.max(0, answerCount - 1));
