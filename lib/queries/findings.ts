import { queryOptions } from '@tanstack/react-query';
import type { Findings, FindingsRequest } from '@/lib/profile/range/findings';
import type { FrameTrend, FrameTrendRequest } from '@/lib/profile/range/trend';
import { apiPath, fetcherAt, isoInstant } from './fetch-json';

const groupPath = (group: string) => `/api/profiling-groups/${encodeURIComponent(group)}`;

const rangeQuery = ({ startTime, endTime }: FindingsRequest) => ({
  startTime: isoInstant(startTime),
  endTime: isoInstant(endTime),
});

const fetchFindings = fetcherAt<FindingsRequest, Findings>((request) =>
  apiPath(`${groupPath(request.group)}/recommendations`, rangeQuery(request)),
);

const fetchFrameTrend = fetcherAt<FrameTrendRequest, FrameTrend>((request) => {
  const { group, period, name, threadStates } = request;
  return apiPath(`${groupPath(group)}/frame-metrics`, {
    ...rangeQuery(request),
    period,
    name,
    threadStates: threadStates.length > 0 ? threadStates.map(encodeURIComponent).join(',') : undefined,
  });
});

export const findingsOptions = (request: FindingsRequest) =>
  queryOptions({ queryKey: ['findings', request], queryFn: ({ signal }) => fetchFindings(request, signal) });

export const frameTrendOptions = (request: FrameTrendRequest) =>
  queryOptions({
    queryKey: ['frame-trend', request],
    queryFn: ({ signal }) => fetchFrameTrend(request, signal),
  });
