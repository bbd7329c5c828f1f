import { queryOptions } from '@tanstack/react-query';
import type { Farm, Fleet, Queue } from '@/lib/farm/session-statistics';
import { fetcherAt } from './fetch-json';

const farmPath = (farmId: string) => `/api/farms/${encodeURIComponent(farmId)}`;

const fetchFarms = fetcherAt<undefined, Farm[]>(() => '/api/farms');
/** Reads a farm. */
export const fetchFarm = fetcherAt<string, Farm>(farmPath);
/** Reads the queues of a farm. */
export const fetchQueues = fetcherAt<string, Queue[]>((farmId) => `${farmPath(farmId)}/queues`);
const fetchFleets = fetcherAt<string, Fleet[]>((farmId) => `${farmPath(farmId)}/fleets`);

export const farmsOptions = (fetcher = fetchFarms) =>
  queryOptions({ queryKey: ['farms'], queryFn: ({ signal }) => fetcher(undefined, signal) });

export const farmOptions = (farmId: string, fetcher = fetchFarm) =>
  queryOptions({ queryKey: ['farm', farmId], queryFn: ({ signal }) => fetcher(farmId, signal) });

export const queuesOptions = (farmId: string, fetcher = fetchQueues) =>
  queryOptions({ queryKey: ['queues', farmId], queryFn: ({ signal }) => fetcher(farmId, signal) });

export const fleetsOptions = (farmId: string, fetcher = fetchFleets) =>
  queryOptions({ queryKey: ['fleets', farmId], queryFn: ({ signal }) => fetcher(farmId, signal) });
