import { queryOptions } from '@tanstack/react-query';
import type { Findings, FindingsRequest } from '@/lib/profile/range/findings';
import type { FrameTrend, FrameTrendRequest } from '@/lib/profile/range/trend';
import { asked } from './asked';
import { apiPath, fetcherAt, isoInstant } from './fetch-json';

const groupPath = (group: string) => `/api/profiling-groups/${encodeURIComponent(group)}`;

const rangeQuery = ({ startTime, endTime }: FindingsRequest) => ({
  startTime: isoInstant(startTime),
  endTime: isoInstant(endTime),
});

const findingsPath = (request: FindingsRequest) =>
  apiPath(`${groupPath(request.group)}/recommendations`, rangeQuery(request));

const fetchFindings = fetcherAt<FindingsRequest, Findings>(findingsPath);

function trendPath(request: FrameTrendRequest): string {
  const { group, period, name, threadStates } = request;
  return apiPath(`${groupPath(group)}/frame-metrics`, {
    ...rangeQuery(request),
    period,
    name,
    threadStates: threadStates.length > 0 ? threadStates.map(encodeURIComponent).join(',') : undefined,
  });
}

const fetchFrameTrend = fetcherAt<FrameTrendRequest, FrameTrend>(trendPath);

export const findingsOptions = (request: FindingsRequest, fetcher = fetchFindings) =>
  queryOptions({
    queryKey: ['findings', request],
    queryFn: ({ signal }) => fetcher(request, signal),
    meta: asked(findingsPath(request)),
  });

export const frameTrendOptions = (request: FrameTrendRequest) =>
  queryOptions({
    queryKey: ['frame-trend', request],
    queryFn: ({ signal }) => fetchFrameTrend(request, signal),
    meta: asked(trendPath(request)),
  });
