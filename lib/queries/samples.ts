import { queryOptions } from '@tanstack/react-query';
import { CallLimit } from '@/lib/answer/call-limit';
import { ProblemError } from '@/lib/answer/problem';
import type { ProfileSamples, SamplesRequest } from '@/lib/profile/range/samples';
import { asked } from './asked';
import { apiPath, fetcherAt } from './fetch-json';
import { shortestRetry } from './query-client';

/** Requests at a time, so that a browser's few connections stay free for what somebody waits for. */
const MAX_REQUESTS = 2;

const requests = new CallLimit(MAX_REQUESTS);

const samplesPath = ({ group, period, starts }: SamplesRequest) =>
  apiPath(`/api/profiling-groups/${encodeURIComponent(group)}/samples`, {
    period,
    starts: starts.map((start) => new Date(start).toISOString()).join(','),
  });

const fetchSamples = fetcherAt<SamplesRequest, ProfileSamples>(samplesPath);

/** The samples of aggregated profiles. An answer that lacks some is requested again as a failed one is. */
export const samplesOptions = (request: SamplesRequest) =>
  queryOptions({
    queryKey: ['profile-samples', request],
    queryFn: ({ signal }) => requests.run(() => fetchSamples(request, signal), signal),
    meta: asked(samplesPath(request)),
    refetchInterval: ({ state }) => {
      const problems = state.data?.data.failed.map(({ problem }) => new ProblemError(problem)) ?? [];
      return shortestRetry(state.error ? [state.error] : problems);
    },
  });
