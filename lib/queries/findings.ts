import { queryOptions } from '@tanstack/react-query';
import type { Answer } from '@/lib/answer/answer';
import type { Findings } from '@/lib/profile/range/findings';
import type { FrameTrend } from '@/lib/profile/range/trend';
import { apiPath, fetchJson, isoInstant } from './fetch-json';

/** The findings of a range of at most 7 days, epoch milliseconds. */
export type FindingsAsk = { group: string; startTime: number; endTime: number };

/** The share of a function in the aggregated profiles of one period that start in [startTime, endTime). */
export type FrameTrendAsk = FindingsAsk & {
  period: 'PT5M' | 'PT1H' | 'P1D';
  name: string;
  /** Which samples count; none named means all. */
  threadStates: readonly string[];
};

const groupPath = (group: string) => `/api/profiling-groups/${encodeURIComponent(group)}`;

const fetchFindings = ({ group, startTime, endTime }: FindingsAsk, signal?: AbortSignal) =>
  fetchJson<Answer<Findings>>(
    apiPath(`${groupPath(group)}/recommendations`, {
      startTime: isoInstant(startTime),
      endTime: isoInstant(endTime),
    }),
    { signal },
  );

const fetchFrameTrend = (
  { group, startTime, endTime, period, name, threadStates }: FrameTrendAsk,
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

export const findingsOptions = (ask: FindingsAsk) =>
  queryOptions({ queryKey: ['findings', ask], queryFn: ({ signal }) => fetchFindings(ask, signal) });

export const frameTrendOptions = (ask: FrameTrendAsk) =>
  queryOptions({ queryKey: ['frame-trend', ask], queryFn: ({ signal }) => fetchFrameTrend(ask, signal) });
