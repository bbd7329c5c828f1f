import { queryOptions } from '@tanstack/react-query';
import type { CanaryGroup } from '@/lib/canary/list/canary-groups';
import type { Canary, CanaryWithLastRun } from '@/lib/canary/run';
import { asked } from './asked';
import { fetcherAt } from './fetch-json';

const CANARIES_PATH = '/api/canaries';
const GROUPS_PATH = '/api/canary-groups';
const canaryPath = (name: string) => `/api/canaries/${encodeURIComponent(name)}`;

const fetchCanaries = fetcherAt<undefined, CanaryWithLastRun[]>(() => CANARIES_PATH);

const fetchGroups = fetcherAt<undefined, CanaryGroup[]>(() => GROUPS_PATH);

const fetchCanary = fetcherAt<string, Canary>(canaryPath);

export const canariesOptions = (fetcher = fetchCanaries) =>
  queryOptions({
    queryKey: ['canaries'],
    queryFn: ({ signal }) => fetcher(undefined, signal),
    meta: asked(CANARIES_PATH),
  });

export const canaryGroupsOptions = (fetcher = fetchGroups) =>
  queryOptions({
    queryKey: ['canary-groups'],
    queryFn: ({ signal }) => fetcher(undefined, signal),
    meta: asked(GROUPS_PATH),
  });

export const canaryOptions = (name: string, fetcher = fetchCanary) =>
  queryOptions({
    queryKey: ['canary', name],
    queryFn: ({ signal }) => fetcher(name, signal),
    meta: asked(canaryPath(name)),
  });
