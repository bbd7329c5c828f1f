import { queryOptions } from '@tanstack/react-query';
import type { ProfileTimesRequest } from '@/lib/profile/range/strip';
import { formatStateChoice } from '@/lib/profile/tree/states';
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
import { asked } from './asked';
import { apiPath, fetcherAt, isoInstant } from './fetch-json';

const groupPath = (group: string) => `/api/profiling-groups/${encodeURIComponent(group)}`;

const profileQuery = ({ startTime, endTime, period, maxDepth }: ProfileRequest) => ({
  startTime: isoInstant(startTime),
  endTime: isoInstant(endTime),
  period,
  maxDepth,
});

const choiceQuery = ({ data, focus, search, hidden = [], collapsed = [], recursion }: FrameChoice) => ({
  data: data && formatStateChoice(data),
  focus,
  search,
  hidden: hidden.length > 0 ? hidden.join(',') : undefined,
  collapsed: collapsed.length > 0 ? collapsed.join(',') : undefined,
  recursion,
});

const viewQuery = ({ width, view, inspected, side, chains, mine, ...choice }: ViewChoice) => ({
  ...choiceQuery(choice),
  width,
  view,
  inspected,
  side,
  chains,
  mine: mine?.join(','),
});

const GROUPS_PATH = '/api/profiling-groups';

const fetchGroups = fetcherAt<undefined, ProfilingGroup[]>(() => GROUPS_PATH);

const fetchGroup = fetcherAt<string, ProfilingGroup>(groupPath);

const profilePath = (request: ProfileViewRequest) =>
  apiPath(`${groupPath(request.group)}/profile`, { ...profileQuery(request), ...viewQuery(request) });

const fetchProfile = fetcherAt<ProfileViewRequest, ProfileView>(profilePath);

const comparedPath = ({ baseline, unit, chance, ...request }: ProfileComparisonRequest) =>
  apiPath(`${groupPath(request.group)}/profile/compare`, {
    ...profileQuery(request),
    ...viewQuery(request),
    unit,
    chance,
    baselineGroup: baseline.group,
    baselineStartTime: isoInstant(baseline.startTime),
    baselineEndTime: isoInstant(baseline.endTime),
    baselinePeriod: baseline.period,
    baselineKept: baseline.kept,
  });

const fetchCompared = fetcherAt<ProfileComparisonRequest, ComparedView>(comparedPath);

const functionsPath = (request: ProfileFunctionsRequest) =>
  apiPath(`${groupPath(request.group)}/profile/functions`, {
    ...profileQuery(request),
    ...choiceQuery(request),
  });

const fetchFunctions = fetcherAt<ProfileFunctionsRequest, ProfileFunctions>(functionsPath);

const timesPath = ({ group, startTime, endTime, period }: ProfileTimesRequest) =>
  apiPath(`${groupPath(group)}/profile-times`, {
    startTime: isoInstant(startTime),
    endTime: isoInstant(endTime),
    period,
  });

const fetchProfileTimes = fetcherAt<ProfileTimesRequest, ProfileTimes>(timesPath);

export const groupsOptions = (fetcher = fetchGroups) =>
  queryOptions({
    queryKey: ['profiling-groups'],
    queryFn: ({ signal }) => fetcher(undefined, signal),
    meta: asked(GROUPS_PATH),
  });

export const groupOptions = (group: string, fetcher = fetchGroup) =>
  queryOptions({
    queryKey: ['profiling-group', group],
    queryFn: ({ signal }) => fetcher(group, signal),
    meta: asked(groupPath(group)),
  });

export const profileOptions = (request: ProfileViewRequest, fetcher = fetchProfile) =>
  queryOptions({
    queryKey: ['profile', request],
    queryFn: ({ signal }) => fetcher(request, signal),
    meta: asked(profilePath(request)),
  });

export const comparedOptions = (request: ProfileComparisonRequest, fetcher = fetchCompared) =>
  queryOptions({
    queryKey: ['profile-compare', request],
    queryFn: ({ signal }) => fetcher(request, signal),
    meta: asked(comparedPath(request)),
  });

export const functionsOptions = (request: ProfileFunctionsRequest, fetcher = fetchFunctions) =>
  queryOptions({
    queryKey: ['profile-functions', request],
    queryFn: ({ signal }) => fetcher(request, signal),
    meta: asked(functionsPath(request)),
  });

export const profileTimesOptions = (request: ProfileTimesRequest, fetcher = fetchProfileTimes) =>
  queryOptions({
    queryKey: ['profile-times', request],
    queryFn: ({ signal }) => fetcher(request, signal),
    meta: asked(timesPath(request)),
  });

/** The URL of a profile as a file. */
export const profileExportPath = ({ format, data, ...request }: ProfileExportRequest) =>
  apiPath(`${groupPath(request.group)}/profile/export`, {
    ...profileQuery(request),
    format,
    data: data && formatStateChoice(data),
  });
