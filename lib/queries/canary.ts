import { queryOptions } from '@tanstack/react-query';
import type { CanaryGroup } from '@/lib/canary/list/canary-groups';
import type { Canary, CanaryWithLastRun } from '@/lib/canary/run';
import { fetcherAt } from './fetch-json';

const canaryPath = (name: string) => `/api/canaries/${encodeURIComponent(name)}`;

const fetchCanaries = fetcherAt<undefined, CanaryWithLastRun[]>(() => '/api/canaries');

const fetchGroups = fetcherAt<undefined, CanaryGroup[]>(() => '/api/canary-groups');

const fetchCanary = fetcherAt<string, Canary>(canaryPath);

export const canariesOptions = (fetcher = fetchCanaries) =>
  queryOptions({ queryKey: ['canaries'], queryFn: ({ signal }) => fetcher(undefined, signal) });

export const canaryGroupsOptions = (fetcher = fetchGroups) =>
  queryOptions({ queryKey: ['canary-groups'], queryFn: ({ signal }) => fetcher(undefined, signal) });

export const canaryOptions = (name: string, fetcher = fetchCanary) =>
  queryOptions({ queryKey: ['canary', name], queryFn: ({ signal }) => fetcher(name, signal) });
