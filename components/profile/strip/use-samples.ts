'use client';

import { type UseQueryResult, useQueries, useQueryClient } from '@tanstack/react-query';
import type { Answer } from '@/lib/answer/answer';
import { ProblemError } from '@/lib/answer/problem';
import type { StripPeriod } from '@/lib/profile/range/profile-periods';
import { type SampleBars, sampleBars } from '@/lib/profile/range/sample-bars';
import { type ProfileSamples, type SamplesRequest, samplesRequests } from '@/lib/profile/range/samples';
import type { StateChoice } from '@/lib/profile/tree/states';
import { samplesOptions } from '@/lib/queries/samples';

type SamplesInput = {
  group: string;
  period: StripPeriod;
  /** Starts of the existing profiles, oldest first. */
  starts: readonly number[];
  data: StateChoice | undefined;
  /** Whether to read those that are not known yet. */
  isReading: boolean;
};

/** The samples of profiles as far as they are read. */
export type Samples = SampleBars & {
  /** Why some could not be read. */
  error: Error | undefined;
  isReading: boolean;
  /** Reads those that failed again. */
  retry(): void;
};

type Result = UseQueryResult<Answer<ProfileSamples>>;

/** Reads the samples of profiles, newest first; those that are read appear at once. */
export function useSamples({ group, period, starts, data, isReading }: SamplesInput): Samples {
  const client = useQueryClient();
  const requests = samplesRequests(group, period, starts);
  const results: Result[] = useQueries({
    queries: requests.map((request) => ({
      ...samplesOptions(request),
      enabled: isReading,
      // A request about the newest profiles is another one when there is one more.
      placeholderData: () => overlapping(client.getQueriesData({ queryKey: ['profile-samples'] }), request),
    })),
  });
  const startsOf = (isIncluded: (result: Result) => boolean) =>
    new Set(requests.flatMap((request, i) => (results[i] && isIncluded(results[i]) ? request.starts : [])));
  const bars = sampleBars({
    starts,
    answers: results.flatMap((result) => result.data?.data ?? []),
    requested: startsOf(() => true),
    failed: startsOf(({ error }) => error !== null),
    complete: startsOf((result) => result.isSuccess && !result.isPlaceholderData),
    data,
  });
  const problem = results.flatMap((result) => result.data?.data.failed ?? [])[0]?.problem;
  const failedResults = results.filter((result) => result.error || result.data?.data.failed.length);
  return {
    ...bars,
    error: results.find(({ error }) => error)?.error ?? (problem ? new ProblemError(problem) : undefined),
    isReading: results.some(({ isFetching }) => isFetching),
    retry: () => void Promise.all(failedResults.map(({ refetch }) => refetch())),
  };
}

/** Another answer about some of the same profiles. */
function overlapping(
  cached: readonly [unknown, Answer<ProfileSamples> | undefined][],
  { group, period, starts }: SamplesRequest,
): Answer<ProfileSamples> | undefined {
  return cached.find(
    ([, answer]) =>
      answer?.data.group === group &&
      answer.data.period === period &&
      answer.data.profiles.some(({ start }) => starts.includes(start)),
  )?.[1];
}
