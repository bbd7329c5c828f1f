import { queryOptions } from '@tanstack/react-query';
import type { Answer } from '@/lib/answer/answer';
import type { ExportFormat } from '@/lib/profile/export/formats';
import { type Data, dataText } from '@/lib/profile/tree/states';
import type {
  CompareChoice,
  ComparedView,
  FrameChoice,
  ProfileAsk,
  ProfileFunctions,
  ProfileTimes,
  ProfileView,
  ProfilingGroup,
  ViewChoice,
} from '@/lib/profile/view/view';
import { apiPath, fetchJson, isoInstant } from './fetch-json';

/** A profile for the screen. */
export type ProfileViewAsk = ProfileAsk & ViewChoice;

/** Two profiles in one: the ask's own is the comparison. */
export type ProfileCompareAsk = ProfileViewAsk &
  CompareChoice & {
    baseline: Omit<ProfileAsk, 'maxDepth'>;
  };

/** The functions of a profile. */
export type ProfileFunctionsAsk = ProfileAsk & FrameChoice;

/** A profile as a file. */
export type ProfileExportAsk = ProfileAsk & {
  format: ExportFormat;
  /** Which thread states, all unless told; json and ion always have all. */
  data?: Data;
};

/** Existing aggregated profiles of one period that start in [startTime, endTime), epoch milliseconds. */
export type ProfileTimesAsk = {
  group: string;
  startTime: number;
  endTime: number;
  period: 'PT5M' | 'PT1H' | 'P1D';
};

type Fetcher<Ask, Data> = (ask: Ask, signal?: AbortSignal) => Promise<Answer<Data>>;

const groupPath = (group: string) => `/api/profiling-groups/${encodeURIComponent(group)}`;

const profileQuery = ({ startTime, endTime, period, maxDepth }: ProfileAsk) => ({
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

const fetchProfile: Fetcher<ProfileViewAsk, ProfileView> = (ask, signal) =>
  fetchJson(
    apiPath(`${groupPath(ask.group)}/profile`, {
      ...profileQuery(ask),
      ...viewQuery(ask),
    }),
    { signal },
  );

const fetchCompared: Fetcher<ProfileCompareAsk, ComparedView> = (
  { baseline, unit, chance, ...ask },
  signal,
) =>
  fetchJson(
    apiPath(`${groupPath(ask.group)}/profile/compare`, {
      ...profileQuery(ask),
      ...viewQuery(ask),
      unit,
      chance,
      baselineGroup: baseline.group,
      baselineStartTime: isoInstant(baseline.startTime),
      baselineEndTime: isoInstant(baseline.endTime),
      baselinePeriod: baseline.period,
    }),
    { signal },
  );

const fetchFunctions: Fetcher<ProfileFunctionsAsk, ProfileFunctions> = (ask, signal) =>
  fetchJson(
    apiPath(`${groupPath(ask.group)}/profile/functions`, { ...profileQuery(ask), ...choiceQuery(ask) }),
    { signal },
  );

const fetchProfileTimes: Fetcher<ProfileTimesAsk, ProfileTimes> = (ask, signal) =>
  fetchJson(
    apiPath(`${groupPath(ask.group)}/profile-times`, {
      startTime: isoInstant(ask.startTime),
      endTime: isoInstant(ask.endTime),
      period: ask.period,
    }),
    { signal },
  );

export const groupsOptions = (fetcher: Fetcher<undefined, ProfilingGroup[]> = fetchGroups) =>
  queryOptions({ queryKey: ['profiling-groups'], queryFn: ({ signal }) => fetcher(undefined, signal) });

export const groupOptions = (group: string, fetcher = fetchGroup) =>
  queryOptions({ queryKey: ['profiling-group', group], queryFn: ({ signal }) => fetcher(group, signal) });

export const profileOptions = (ask: ProfileViewAsk, fetcher = fetchProfile) =>
  queryOptions({ queryKey: ['profile', ask], queryFn: ({ signal }) => fetcher(ask, signal) });

export const comparedOptions = (ask: ProfileCompareAsk, fetcher = fetchCompared) =>
  queryOptions({ queryKey: ['profile-compare', ask], queryFn: ({ signal }) => fetcher(ask, signal) });

export const functionsOptions = (ask: ProfileFunctionsAsk, fetcher = fetchFunctions) =>
  queryOptions({ queryKey: ['profile-functions', ask], queryFn: ({ signal }) => fetcher(ask, signal) });

export const profileTimesOptions = (ask: ProfileTimesAsk, fetcher = fetchProfileTimes) =>
  queryOptions({ queryKey: ['profile-times', ask], queryFn: ({ signal }) => fetcher(ask, signal) });

/** Where a profile can be downloaded as a file. */
export const profileExportPath = ({ format, data, ...ask }: ProfileExportAsk) =>
  apiPath(`${groupPath(ask.group)}/profile/export`, {
    ...profileQuery(ask),
    format,
    data: data && dataText(data),
  });
