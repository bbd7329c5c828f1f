import { queryOptions } from '@tanstack/react-query';
import type { Answer } from '@/lib/answer/answer';
import type { ProfileTimesRequest } from '@/lib/profile/range/strip';
import { dataText } from '@/lib/profile/tree/states';
import type { FrameChoice, ViewChoice } from '@/lib/profile/view/choice';
import type {
  ProfileComparisonRequest,
  ProfileExportRequest,
  ProfileFunctionsRequest,
  ProfileRequest,
  ProfileViewRequest,
} from '@/lib/profile/view/profile-requests';
import type { ProfileTimes, ProfilingGroup } from '@/lib/profile/view/profiling-group';
import type { ComparedView, ProfileFunctions, ProfileView } from '@/lib/profile/view/view';
import { apiPath, fetchJson, isoInstant } from './fetch-json';

type Fetcher<Request, Data> = (request: Request, signal?: AbortSignal) => Promise<Answer<Data>>;

const groupPath = (group: string) => `/api/profiling-groups/${encodeURIComponent(group)}`;

const profileQuery = ({ startTime, endTime, period, maxDepth }: ProfileRequest) => ({
  startTime: isoInstant(startTime),
  endTime: isoInstant(endTime),
  period,
  maxDepth,
});

const choiceQuery = ({ data, focus, search, hidden = [], collapsed = [], recursion }: FrameChoice) => ({
  data: data && dataText(data),
  focus,
  search,
  hidden: hidden.length > 0 ? hidden.join(',') : undefined,
  collapsed: collapsed.length > 0 ? collapsed.join(',') : undefined,
  recursion,
});

const viewQuery = ({ width, view, inspected, ...choice }: ViewChoice) => ({
  ...choiceQuery(choice),
  width,
  view,
  inspected,
});

const fetchGroups = (_: undefined, signal?: AbortSignal) =>
  fetchJson<Answer<ProfilingGroup[]>>('/api/profiling-groups', { signal });

const fetchGroup: Fetcher<string, ProfilingGroup> = (group, signal) =>
  fetchJson(groupPath(group), { signal });

const fetchProfile: Fetcher<ProfileViewRequest, ProfileView> = (request, signal) =>
  fetchJson(
    apiPath(`${groupPath(request.group)}/profile`, {
      ...profileQuery(request),
      ...viewQuery(request),
    }),
    { signal },
  );

const fetchCompared: Fetcher<ProfileComparisonRequest, ComparedView> = (
  { baseline, unit, chance, ...request },
  signal,
) =>
  fetchJson(
    apiPath(`${groupPath(request.group)}/profile/compare`, {
      ...profileQuery(request),
      ...viewQuery(request),
      unit,
      chance,
      baselineGroup: baseline.group,
      baselineStartTime: isoInstant(baseline.startTime),
      baselineEndTime: isoInstant(baseline.endTime),
      baselinePeriod: baseline.period,
    }),
    { signal },
  );

const fetchFunctions: Fetcher<ProfileFunctionsRequest, ProfileFunctions> = (request, signal) =>
  fetchJson(
    apiPath(`${groupPath(request.group)}/profile/functions`, {
      ...profileQuery(request),
      ...choiceQuery(request),
    }),
    { signal },
  );

const fetchProfileTimes: Fetcher<ProfileTimesRequest, ProfileTimes> = (request, signal) =>
  fetchJson(
    apiPath(`${groupPath(request.group)}/profile-times`, {
      startTime: isoInstant(request.startTime),
      endTime: isoInstant(request.endTime),
      period: request.period,
    }),
    { signal },
  );

export const groupsOptions = (fetcher: Fetcher<undefined, ProfilingGroup[]> = fetchGroups) =>
  queryOptions({ queryKey: ['profiling-groups'], queryFn: ({ signal }) => fetcher(undefined, signal) });

export const groupOptions = (group: string, fetcher = fetchGroup) =>
  queryOptions({ queryKey: ['profiling-group', group], queryFn: ({ signal }) => fetcher(group, signal) });

export const profileOptions = (request: ProfileViewRequest, fetcher = fetchProfile) =>
  queryOptions({ queryKey: ['profile', request], queryFn: ({ signal }) => fetcher(request, signal) });

export const comparedOptions = (request: ProfileComparisonRequest, fetcher = fetchCompared) =>
  queryOptions({ queryKey: ['profile-compare', request], queryFn: ({ signal }) => fetcher(request, signal) });

export const functionsOptions = (request: ProfileFunctionsRequest, fetcher = fetchFunctions) =>
  queryOptions({
    queryKey: ['profile-functions', request],
    queryFn: ({ signal }) => fetcher(request, signal),
  });

export const profileTimesOptions = (request: ProfileTimesRequest, fetcher = fetchProfileTimes) =>
  queryOptions({ queryKey: ['profile-times', request], queryFn: ({ signal }) => fetcher(request, signal) });

/** Where a profile can be downloaded as a file. */
export const profileExportPath = ({ format, data, ...request }: ProfileExportRequest) =>
  apiPath(`${groupPath(request.group)}/profile/export`, {
    ...profileQuery(request),
    format,
    data: data && dataText(data),
  });
