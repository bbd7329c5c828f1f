import type { Coverage } from '@/lib/answer/answer';
import { DAY } from '@/lib/time/duration';
import type { Span } from '@/lib/time/range';
import {
  FIVE_MINUTE_RETENTION_MS,
  hasHours,
  type RecordedTimes,
  STRIP_PERIODS,
  type StripPeriod,
} from './profile-periods';
import type { ProfileTimesRequest } from './strip';

/** Longest range whose five-minute profiles are listed; hours are enough for longer ones. */
const MAX_FIVE_MINUTE_SPAN_MS = DAY;

/** The part of a range that has profiles, and how many of those that it could have. */
export type ExistingProfiles = { coverage: Coverage; period: StripPeriod; count: number; possible: number };

/** Request for the existing profiles of a range, of the shortest period of which there are some and that makes a short list. */
export function existingProfilesRequest(
  group: string,
  { from, to }: Span,
  now: number,
  recorded?: RecordedTimes,
): ProfileTimesRequest {
  const [length, age] = [to - from, now - from];
  const isRecent = age <= FIVE_MINUTE_RETENTION_MS && length <= MAX_FIVE_MINUTE_SPAN_MS;
  const period = isRecent ? 'PT5M' : hasHours({ from, to }, now, recorded) ? 'PT1H' : 'P1D';
  return { group, startTime: floor(from, STRIP_PERIODS[period]), endTime: to, period };
}

/**
 * The part of the covered time that has profiles, which can be less: an hourly or daily profile covers its whole window even
 * if the agent reported in a part of it. A window that has not ended isn't in the list and counts as covered.
 */
export function existingProfiles(
  covered: Coverage,
  { startTime, endTime, period }: Omit<ProfileTimesRequest, 'group'>,
  starts: readonly number[],
  now: number,
): ExistingProfiles {
  const length = STRIP_PERIODS[period];
  const ended = Math.min(floor(now, length), Math.ceil(endTime / length) * length);
  const inRange = starts.filter((start) => start >= startTime && start < ended).sort((a, b) => a - b);
  const [first, last] = [inRange[0], inRange.at(-1)];
  const possible = Math.max(0, (ended - startTime) / length);
  const figures = { period, count: inRange.length, possible };
  if (first === undefined || last === undefined) return { ...figures, coverage: covered };
  const to = covered.to > ended ? covered.to : Math.min(covered.to, last + length);
  const from = Math.max(covered.from, first);
  return { ...figures, coverage: { from, to: Math.max(from, to) } };
}

/** How many profiles are missing between the first and the last one, of how many. */
export function missingProfiles({ coverage, period, count }: ExistingProfiles): {
  missing: number;
  of: number;
} {
  const of = Math.floor((coverage.to - coverage.from) / STRIP_PERIODS[period]);
  return { missing: Math.max(0, of - count), of };
}

const floor = (instant: number, step: number) => Math.floor(instant / step) * step;
