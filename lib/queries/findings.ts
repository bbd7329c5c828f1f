import { queryOptions } from '@tanstack/react-query';
import type { Answer } from '@/lib/answer/answer';
import type { Findings, FindingsRequest } from '@/lib/profile/range/findings';
import type { FrameTrend, FrameTrendRequest } from '@/lib/profile/range/trend';
import { apiPath, fetchJson, isoInstant } from './fetch-json';

const groupPath = (group: string) => `/api/profiling-groups/${encodeURIComponent(group)}`;

const fetchFindings = ({ group, startTime, endTime }: FindingsRequest, signal?: AbortSignal) =>
  fetchJson<Answer<Findings>>(
    apiPath(`${groupPath(group)}/recommendations`, {
      startTime: isoInstant(startTime),
      endTime: isoInstant(endTime),
    }),
    { signal },
  );

const fetchFrameTrend = (
  { group, startTime, endTime, period, name, threadStates }: FrameTrendRequest,
  signal?: AbortSignal,
) =>
  fetchJson<Answer<FrameTrend>>(
    apiPath(`${groupPath(group)}/frame-metrics`, {
      startTime: isoInstant(startTime),
      endTime: isoInstant(endTime),
      period,
      name,
      threadStates: threadStates.length > 0 ? threadStates.map(encodeURIComponent).join(',') : undefined,
    }),
    { signal },
  );

export const findingsOptions = (request: FindingsRequest) =>
  queryOptions({ queryKey: ['findings', request], queryFn: ({ signal }) => fetchFindings(request, signal) });

export const frameTrendOptions = (request: FrameTrendRequest) =>
  queryOptions({
    queryKey: ['frame-trend', request],
    queryFn: ({ signal }) => fetchFrameTrend(request, signal),
  });
