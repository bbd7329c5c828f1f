import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Answer } from '@/lib/answer/answer';
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
import { apiPath, fetchJson, isoInstant } from './fetch-json';
import { retryInterval } from './query-client';

type Fetcher<Request, Data> = (request: Request, signal?: AbortSignal) => Promise<Answer<Data>>;

/** Answers live an hour from Start; a started aggregation is asked for again before they are gone. */
const AGGREGATION_FRESH_MS = 50 * 60_000;
/** While AWS adds up it is asked after half a second, then less and less often. */
const FIRST_POLL_MS = 500;
const LONGEST_POLL_MS = 5000;
const POLL_GROWTH = 1.5;

const farmPath = (farmId: string) => `/api/farms/${encodeURIComponent(farmId)}`;

const fetchFarms = (_: undefined, signal?: AbortSignal) =>
  fetchJson<Answer<Farm[]>>('/api/farms', { signal });
const fetchFarm: Fetcher<string, Farm> = (farmId, signal) => fetchJson(farmPath(farmId), { signal });
const fetchQueues: Fetcher<string, Queue[]> = (farmId, signal) =>
  fetchJson(`${farmPath(farmId)}/queues`, { signal });
const fetchFleets: Fetcher<string, Fleet[]> = (farmId, signal) =>
  fetchJson(`${farmPath(farmId)}/fleets`, { signal });

const startAggregation: Fetcher<StatisticsStartRequest, StartedAggregation> = (request, signal) => {
  const { farmId, startTime, endTime, ...rest } = request;
  return fetchJson(`${farmPath(farmId)}/statistics`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...rest, startTime: isoInstant(startTime), endTime: isoInstant(endTime) }),
    signal,
  });
};

const fetchStatistics: Fetcher<StatisticsPageRequest, StatisticsPage> = (request, signal) =>
  fetchJson(
    apiPath(`${farmPath(request.farmId)}/statistics/${encodeURIComponent(request.aggregationId)}`, {
      nextToken: request.nextToken,
    }),
    { signal },
  );

export const farmsOptions = (fetcher: Fetcher<undefined, Farm[]> = fetchFarms) =>
  queryOptions({ queryKey: ['farms'], queryFn: ({ signal }) => fetcher(undefined, signal) });

export const farmOptions = (farmId: string, fetcher = fetchFarm) =>
  queryOptions({ queryKey: ['farm', farmId], queryFn: ({ signal }) => fetcher(farmId, signal) });

export const queuesOptions = (farmId: string, fetcher = fetchQueues) =>
  queryOptions({ queryKey: ['queues', farmId], queryFn: ({ signal }) => fetcher(farmId, signal) });

export const fleetsOptions = (farmId: string, fetcher = fetchFleets) =>
  queryOptions({ queryKey: ['fleets', farmId], queryFn: ({ signal }) => fetcher(farmId, signal) });

/**
 * Starts an aggregation, or takes up what the server started for the same question. To invalidate it is to
 * want newer figures; merely to fetch it again is not.
 */
export const aggregationOptions = (request: StatisticsRequest, fetcher = startAggregation) =>
  queryOptions({
    queryKey: ['aggregation', request],
    queryFn: ({ client, queryKey, signal }) => {
      // A failure invalidates too; what was never here can't be too old.
      const state = client.getQueryState(queryKey);
      const fresh = state?.data !== undefined && state.isInvalidated;
      return fetcher(fresh ? { ...request, fresh } : request, signal);
    },
    staleTime: AGGREGATION_FRESH_MS,
    gcTime: AGGREGATION_FRESH_MS,
  });

/**
 * The pages of a started aggregation. The first is asked for again while AWS is still adding up, or when it
 * did not come; a later one that did not come is the caller's to fetch again, since all would be.
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
    staleTime: AGGREGATION_FRESH_MS,
  });

const pollInterval = (answers: number) =>
  Math.min(LONGEST_POLL_MS, FIRST_POLL_MS * POLL_GROWTH ** Math.max(0, answers - 1));
