import type { Problem } from '@/lib/answer/problem';
import type { StateSamples } from '../tree/states';
import { STRIP_PERIODS, type StripPeriod } from './profile-periods';

/** The samples of an aggregated profile, of all its frames, by thread state. */
export type SampledProfile = { start: number; states: StateSamples[] };

/** Aggregated profiles of one period by their start times, epoch milliseconds. */
export type SamplesRequest = { group: string; period: StripPeriod; starts: number[] };

/** The samples of profiles. One that is in neither list exists no longer. */
export type ProfileSamples = Omit<SamplesRequest, 'starts'> & {
  profiles: SampledProfile[];
  failed: { start: number; problem: Problem }[];
};

/** Maximum number of profiles in one request: an hour of five-minute profiles. */
export const MAX_SAMPLED_PER_REQUEST = 12;

/** Maximum number of profiles whose samples a strip shows. Each takes a request to AWS. */
export const MAX_SAMPLED = 400;

/**
 * Requests for the samples of profiles, newest first; of more than MAX_SAMPLED only the newest. Each is about profiles between
 * two fixed instants, so that it stays the same while a range moves on.
 */
export function samplesRequests(
  group: string,
  period: StripPeriod,
  starts: readonly number[],
): SamplesRequest[] {
  const length = STRIP_PERIODS[period] * MAX_SAMPLED_PER_REQUEST;
  const newest = [...new Set(starts)].toSorted((a, b) => b - a).slice(0, MAX_SAMPLED);
  const parts = new Map<number, number[]>();
  for (const start of newest) {
    const part = Math.floor(start / length);
    parts.set(part, [...(parts.get(part) ?? []), start]);
  }
  return [...parts.values()].map((part) => ({ group, period, starts: part }));
}
