import { queryOptions } from '@tanstack/react-query';
import type { Farm, Fleet, Queue } from '@/lib/farm/session-statistics';
import { asked } from './asked';
import { fetcherAt } from './fetch-json';

const FARMS_PATH = '/api/farms';
const farmPath = (farmId: string) => `/api/farms/${encodeURIComponent(farmId)}`;

const queuesPath = (farmId: string) => `${farmPath(farmId)}/queues`;
const fleetsPath = (farmId: string) => `${farmPath(farmId)}/fleets`;

const fetchFarms = fetcherAt<undefined, Farm[]>(() => FARMS_PATH);
/** Reads a farm. */
export const fetchFarm = fetcherAt<string, Farm>(farmPath);
/** Reads the queues of a farm. */
export const fetchQueues = fetcherAt<string, Queue[]>(queuesPath);
const fetchFleets = fetcherAt<string, Fleet[]>(fleetsPath);

export const farmsOptions = (fetcher = fetchFarms) =>
  queryOptions({
    queryKey: ['farms'],
    queryFn: ({ signal }) => fetcher(undefined, signal),
    meta: asked(FARMS_PATH),
  });

export const farmOptions = (farmId: string, fetcher = fetchFarm) =>
  queryOptions({
    queryKey: ['farm', farmId],
    queryFn: ({ signal }) => fetcher(farmId, signal),
    meta: asked(farmPath(farmId)),
  });

export const queuesOptions = (farmId: string, fetcher = fetchQueues) =>
  queryOptions({
    queryKey: ['queues', farmId],
    queryFn: ({ signal }) => fetcher(farmId, signal),
    meta: asked(queuesPath(farmId)),
  });

export const fleetsOptions = (farmId: string, fetcher = fetchFleets) =>
  queryOptions({
    queryKey: ['fleets', farmId],
    queryFn: ({ signal }) => fetcher(farmId, signal),
    meta: asked(fleetsPath(farmId)),
  });
