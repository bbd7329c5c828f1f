import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Answer } from '@/lib/answer/answer';
import type {
  Farm,
  Fleet,
  Queue,
  StartedAggregation,
  StatisticsAsk,
  StatisticsPage,
} from '@/lib/farm/session-statistics';
import { apiPath, fetchJson, isoInstant } from './fetch-json';
import { retryInterval } from './query-client';

type Fetcher<Ask, Data> = (ask: Ask, signal?: AbortSignal) => Promise<Answer<Data>>;

/** One page of a started aggregation; without a token the first. */
export type StatisticsPageAsk = StartedAggregation & { nextToken?: string };

/** An aggregation to start. `fresh`: a new one, though the server may know one that was started lately. */
export type StatisticsStart = StatisticsAsk & { fresh?: boolean };

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

const startAggregation: Fetcher<StatisticsStart, StartedAggregation> = (ask, signal) => {
  const { farmId, startTime, endTime, ...rest } = ask;
  return fetchJson(`${farmPath(farmId)}/statistics`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...rest, startTime: isoInstant(startTime), endTime: isoInstant(endTime) }),
    signal,
  });
};

const fetchStatistics: Fetcher<StatisticsPageAsk, StatisticsPage> = (ask, signal) =>
  fetchJson(
    apiPath(`${farmPath(ask.farmId)}/statistics/${encodeURIComponent(ask.aggregationId)}`, {
      nextToken: ask.nextToken,
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
export const aggregationOptions = (ask: StatisticsAsk, fetcher = startAggregation) =>
  queryOptions({
    queryKey: ['aggregation', ask],
    queryFn: ({ client, queryKey, signal }) => {
      // A failure invalidates too; what was never here can't be too old.
      const state = client.getQueryState(queryKey);
      const fresh = state?.data !== undefined && state.isInvalidated;
      return fetcher(fresh ? { ...ask, fresh } : ask, signal);
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
